package lexicon

// Translations calls yield with the key of each translation of a source stem,
// and of each inflected form of it, and with the translation's share of the
// weights of the word's. An inflected form stands for all its lemmas.
func (l *Lexicon) Translations(stem string, yield func(key string, share float64)) {
	l.translate(stem, yield)
	for _, lemma := range l.source.lemmas[stem] {
		l.translate(lemma, yield)
	}
}

func (l *Lexicon) translate(key string, yield func(key string, share float64)) {
	id, ok := l.source.ids[key]
	if !ok {
		return
	}
	sum := float32(0)
	for _, pair := range l.source.pairs[id] {
		sum += l.links[pair].weight
	}
	for _, pair := range l.source.pairs[id] {
		to := l.target.keys[l.links[pair].target]
		share := float64(l.links[pair].weight / sum)
		yield(to, share)
		for _, form := range l.target.forms[to] {
			yield(form, share)
		}
	}
}
