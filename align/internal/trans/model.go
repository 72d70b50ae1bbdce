package trans

import "github.com/hexapla/hexapla/align/internal/corpus"

// Model holds, for both directions, how much likelier than by chance a word is
// beside another: p(t|s) / p(t).
type Model struct {
	Forward  *Rows // by source type
	Backward *Rows // by target type
}

// Chances returns p(t) of each type of a side, smoothed.
func Chances(side *corpus.Side) []float32 {
	chance := make([]float32, len(side.Types))
	all := float32(side.Size() + len(side.Types))
	for id, t := range side.Types {
		chance[id] = (float32(t.Count) + 0.5) / all
	}
	return chance
}

// Links joins both directions of the model: for each source type, the mean of
// the probabilities that each target type translates it and is translated by
// it.
func (m *Model) Links(source, target *corpus.Side) *Rows {
	chanceS, chanceT := Chances(source), Chances(target)
	back := m.Backward.Transpose(len(source.Types))
	rows := make([][]Entry, len(source.Types))
	for s := range rows {
		f, b := m.Forward.Row(int32(s)), back.Row(int32(s))
		row := make([]Entry, 0, max(len(f), len(b)))
		for len(f) > 0 || len(b) > 0 {
			switch {
			case len(b) == 0 || len(f) > 0 && f[0].ID < b[0].ID:
				row = append(row, Entry{f[0].ID, f[0].Value * chanceT[f[0].ID] / 2})
				f = f[1:]
			case len(f) == 0 || b[0].ID < f[0].ID:
				row = append(row, Entry{b[0].ID, b[0].Value * chanceS[s] / 2})
				b = b[1:]
			default:
				row = append(row, Entry{f[0].ID, (f[0].Value*chanceT[f[0].ID] + b[0].Value*chanceS[s]) / 2})
				f, b = f[1:], b[1:]
			}
		}
		rows[s] = row
	}
	return newRows(rows)
}
