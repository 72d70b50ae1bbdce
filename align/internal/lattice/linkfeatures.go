package lattice

import (
	"math"

	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/segment"
)

// scale brings sums of information (nats) to the size of the other features.
const scale = 0.1

// linked is a bead with its word links.
type linked struct {
	k        *Linker
	src, tgt []int32
	links    []Link

	sourceStarts, targetStarts []int32 // of the bead's sentences, and the end
}

// linkFeatures fills the features that look at the words of a bead one by one,
// and returns the information of those whose translation is known, linked or
// not.
func (k *Linker) linkFeatures(v *vector, i, j int, s Shape) (known float64) {
	b := linked{
		k:            k,
		sourceStarts: k.source.Starts[i : i+s.Source+1],
		targetStarts: k.target.Starts[j : j+s.Target+1],
	}
	b.src = k.source.Tokens[b.sourceStarts[0]:b.sourceStarts[s.Source]]
	b.tgt = k.target.Tokens[b.targetStarts[0]:b.targetStarts[s.Target]]
	b.links = k.Link(b.src, b.tgt)

	mass := 0.0
	for _, w := range b.links {
		info := b.info(w)
		mass += info
		v[linkOff] += scale * info * offDiagonal(int(w.X), len(b.src), int(w.Y), len(b.tgt))
		v[linkStrength] += scale * info * float64(w.Strength)
	}
	freeS, allS := bare(b.src, k.usedX, k.infoS)
	freeT, allT := bare(b.tgt, k.usedY, k.infoT)
	v[linkInfo] = scale * mass
	v[freeInfo] = scale * (freeS + freeT)
	freeKnownS, knownS := bare(b.src, k.usedX, k.knownS)
	freeKnownT, knownT := bare(b.tgt, k.usedY, k.knownT)
	v[freeKnown] = scale * (freeKnownS + freeKnownT)
	v[cover] = math.Log((2*mass + 1) / (allS + allT + 2))
	v[worstCover] = worstBare(b.src, k.usedX, k.infoS, b.sourceStarts) + worstBare(b.tgt, k.usedY, k.infoT, b.targetStarts)
	v[crossing] = scale * (b.crossing(b.sourceStarts, true) + b.crossing(b.targetStarts, false))
	v[freeNumbers] = count(b.src, k.usedX, k.source, isNumber) + count(b.tgt, k.usedY, k.target, isNumber)
	v[freeNames] = count(b.src, k.usedX, k.source, isName) + count(b.tgt, k.usedY, k.target, isName)
	return scale * (knownS + knownT)
}

// info is the information of a link, the mean of its two words'.
func (b *linked) info(w Link) float64 {
	return float64(b.k.infoS[b.src[w.X]]+b.k.infoT[b.tgt[w.Y]]) / 2
}

// bare returns the information of the tokens without a link, and of all.
func bare(tokens []int32, used []bool, info []float32) (free, all float64) {
	for x, id := range tokens {
		all += float64(info[id])
		if !used[x] {
			free += float64(info[id])
		}
	}
	return free, all
}

// worstBare returns how much of the sentence that is explained least lies bare,
// 0 to 1, where the side of a bead has several: it may not belong there.
func worstBare(tokens []int32, used []bool, info []float32, starts []int32) float64 {
	if len(starts) == 2 {
		return 0
	}
	worst := 0.0
	for q := range len(starts) - 1 {
		from, to := starts[q]-starts[0], starts[q+1]-starts[0]
		free, all := bare(tokens[from:to], used[from:to], info)
		worst = max(worst, (free+0.5)/(all+1))
	}
	return worst
}

// crossing adds up, over the borders between the sentences of one side, the
// least information of links that lie on the wrong side of the border, wherever
// the other side is cut.
func (b *linked) crossing(starts []int32, ofSource bool) float64 {
	if len(starts) == 2 {
		return 0
	}
	sum := 0.0
	for _, start := range starts[1 : len(starts)-1] {
		sum += b.crossingAt(start-starts[0], ofSource)
	}
	return sum
}

func (b *linked) crossingAt(border int32, ofSource bool) float64 {
	other := len(b.tgt)
	if !ofSource {
		other = len(b.src)
	}
	// What each token of the other side loses when the cut passes over it:
	// links to before the border are then right, those to after it wrong.
	b.k.shift = cleared(b.k.shift, other)
	shift := b.k.shift
	wrong := 0.0
	for _, w := range b.links {
		here, there, info := w.X, w.Y, b.info(w)
		if !ofSource {
			here, there = w.Y, w.X
		}
		if here < border {
			wrong += info
			shift[there] -= info
		} else {
			shift[there] += info
		}
	}
	least := wrong
	for _, d := range shift {
		wrong += d
		least = min(least, wrong)
	}
	return least
}

func count(tokens []int32, used []bool, side *corpus.Side, is func(*corpus.Type) bool) float64 {
	n := 0.0
	for x, id := range tokens {
		if !used[x] && is(&side.Types[id]) {
			n++
		}
	}
	return n
}

func isNumber(t *corpus.Type) bool { return t.Kind == segment.Number }
func isName(t *corpus.Type) bool   { return t.Name }
