package blocks

// segment is a run of scores, half open, and their sum.
type segment struct {
	start, end int
	sum        float64
}

// segments finds the runs of scores that stand out as wholes: none can be made
// longer or shorter at either end without losing, and a low score within is
// outweighed on both sides (Ruzzo & Tompa, 1999, "A linear time algorithm for
// finding all maximal scoring subsequences"). They are disjoint and ascending.
func segments(scores []float64) []segment {
	var found []candidate
	total := 0.0
	for k, s := range scores {
		before := total
		total += s
		if s <= 0 {
			continue
		}
		c := candidate{k, k + 1, before, total, 0}
		for {
			c.lower = lowerThan(found, c.before)
			if c.lower < 0 || found[c.lower].after >= c.after {
				break
			}
			c.start, c.before = found[c.lower].start, found[c.lower].before
			found = found[:c.lower]
		}
		found = append(found, c)
	}
	out := make([]segment, len(found))
	for k, c := range found {
		out[k] = segment{c.start, c.end, c.after - c.before}
	}
	return out
}

// candidate is a run that may yet grow.
type candidate struct {
	start, end    int
	before, after float64 // sums of all scores up to its start and its end
	lower         int     // the nearest candidate before it with a lower sum before
}

// lowerThan returns the last candidate whose sum before is below a limit, or
// -1. Those that can't be it are passed over, each once.
func lowerThan(found []candidate, limit float64) int {
	k := len(found) - 1
	for k >= 0 && found[k].before >= limit {
		k = found[k].lower
	}
	return k
}
