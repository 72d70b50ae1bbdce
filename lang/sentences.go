package lang

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Sentences returns the language of each sentence of a text that may mix
// languages, such as a memoir that quotes letters. The sentences must be in
// the order of the text: where one is short, or made of names, its neighbours
// help to decide. A confidence is the probability that the answer is right,
// neighbours considered. A sentence with nothing to tell its language is und
// whatever its neighbours are.
//
// A sentence takes about 0.15 ms, and all cores are used. The answer does not
// depend on their number. The error is that of ctx, and nil otherwise.
func (d *Detector) Sentences(ctx context.Context, sentences []string) ([]Answer, error) {
	found, err := d.weighAll(ctx, sentences)
	if err != nil {
		return nil, err
	}
	languages := d.Languages()
	likelihood := make([][]float64, len(found))
	for i, e := range found {
		likelihood[i] = uniform(len(languages))
		if e.nats != nil {
			likelihood[i] = probabilities(e.nats)
		}
	}
	answers := make([]Answer, len(found))
	for i, p := range smooth(likelihood) {
		if found[i].nats != nil {
			answers[i] = answer(languages, p)
		}
	}
	return answers, nil
}

// weighAll weighs the sentences on all cores.
func (d *Detector) weighAll(ctx context.Context, sentences []string) ([]evidence, error) {
	found := make([]evidence, len(sentences))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(sentences)) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(sentences) {
					return
				}
				found[i] = d.weighSentence(sentences[i])
			}
		})
	}
	workers.Wait()
	return found, ctx.Err()
}

// weighSentence adds up the evidence of a sentence's windows; there is more
// than one only if it is long.
func (d *Detector) weighSentence(sentence string) evidence {
	var sum evidence
	for window := range windows(sentence, sentenceWindows) {
		e := d.weigh(window)
		sum.letters += e.letters
		sum.foreign += e.foreign
		switch {
		case e.nats == nil:
		case sum.nats == nil:
			sum.nats = e.nats
		default:
			for i, x := range e.nats {
				sum.nats[i] += x
			}
		}
	}
	if sum.nats == nil || sum.foreign > sum.letters {
		return evidence{letters: sum.letters, foreign: sum.foreign}
	}
	settle(sum.nats)
	return sum
}
