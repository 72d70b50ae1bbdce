package search

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/hexapla/hexapla/align/internal/findtest"
	"github.com/hexapla/hexapla/align/internal/index"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

var fit = flag.Int("fit", 0, "fit the weights on so many `quotations` a set, and print them")

// example is a quotation looked for where its translation is (right is then
// the overlap of each candidate with it) or is not.
type example struct {
	set        string
	there      bool
	half       int // which half of its text it is from
	quotation  *quotation
	candidates []candidate
	right      []float64
}

// TestFit fits the ranking and the confidence, and tells how either does on the
// half of each text that it was not fitted on:
//
//	go test ./align/internal/search -run Fit -fit 600 -v -timeout 1h
func TestFit(t *testing.T) {
	if *fit == 0 {
		t.Skip("fits the weights anew; -fit 600 does")
	}
	examples := gather(t, *fit)
	var ranks [2][2]vector
	for half := range ranks {
		for known := range ranks[half] {
			ranks[half][known] = fitRank(examples, func(e *example) bool { return e.there && e.half != half && e.known() == known })
		}
	}
	report(examples, func(e *example) *vector { return &ranks[e.half][e.known()] })
	blindWeights = fitRank(examples, func(e *example) bool { return e.there && e.known() == 0 })
	printWeights("blindWeights", featureNames[:], blindWeights[:])
	informedWeights = fitRank(examples, func(e *example) bool { return e.there && e.known() == 1 })
	printWeights("informedWeights", featureNames[:], informedWeights[:])
	var signs [2]sign
	for half := range signs {
		signs[half] = fitCertainty(examples, func(e *example) bool { return e.half != half })
	}
	reportConfidence(examples, func(e *example) *sign { return &signs[e.half] })
	certainty = fitCertainty(examples, func(*example) bool { return true })
	printWeights("certainty", signNames[:], certainty[:])
}

// known is 1 if there is a lexicon, or the language is the same.
func (e *example) known() int {
	if e.quotation.blind {
		return 0
	}
	return 1
}

func gather(t *testing.T, n int) []example {
	const root = "../../../../shared/gold"
	en, es, fr, de := language.English, language.Spanish, language.French, language.German
	bible := findtest.Load(t, root, "bible-en-es/n30000", en, es)
	bibles := findtest.Load(t, root, "bible-en-en/*", en, en)
	others := []*findtest.Set{
		findtest.Load(t, root, "candide-en-es/*", en, es),
		findtest.Load(t, root, "news-en-es/p30/*", en, es),
		findtest.Load(t, root, "novels-en-fr/*", en, fr),
		findtest.Load(t, root, "textberg-dev-de-fr/*", de, fr),
		findtest.Load(t, root, "news-es-es/p15/*", es, es),
	}
	var jobs []job
	shelves := make(map[string]*index.Index)
	shelf := func(s *findtest.Set) *index.Index {
		key := s.Name + s.Target.Language.String()
		if shelves[key] == nil {
			var b index.Builder
			if err := b.Add(s.Name, s.Target.Document(t)); err != nil {
				t.Fatal(err)
			}
			shelves[key] = b.Index()
		}
		return shelves[key]
	}
	add := func(n int, s *findtest.Set, absent ...*findtest.Set) {
		for _, lines := range []int{1, 2, 2, 3} {
			for k, q := range s.Quotations(t, n/4, lines, findtest.None, uint64(lines)) {
				jobs = append(jobs, job{s, q, shelf(s), true})
				if len(absent) > 0 {
					jobs = append(jobs, job{s, q, shelf(absent[k%len(absent)]), false})
				}
			}
		}
		for _, change := range findtest.Changes[1:] {
			for k, q := range s.Quotations(t, n/12, 2, change, 9) {
				jobs = append(jobs, job{s, q, shelf(s), true})
				if len(absent) > 0 {
					jobs = append(jobs, job{s, q, shelf(absent[k%len(absent)]), false})
				}
			}
		}
	}
	add(n, bible, others[0], others[1])
	add(n, bible.Turned(), others[0].Turned(), others[1].Turned(), others[2].Turned())
	for _, s := range others[:2] {
		add(n/2, s, bible)
		add(n/2, s.Turned(), bible.Turned())
	}
	add(n/2, others[2], others[3])
	add(n/2, others[2].Turned(), bibles)
	add(n/2, others[3], others[2])
	add(n/2, others[4], bible, others[0])
	add(n/2, bibles, others[2].Turned(), others[1].Turned())
	return solve(jobs)
}

type job struct {
	set   *findtest.Set
	quote findtest.Quotation
	index *index.Index
	there bool
}

func solve(jobs []job) []example {
	out := make([]example, len(jobs))
	var group sync.WaitGroup
	next := make(chan int)
	for range 2 {
		group.Go(func() {
			for i := range next {
				out[i] = jobs[i].solve()
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	group.Wait()
	return out
}

func helpFor(source, target language.Tag) Help {
	en, es := language.English, language.Spanish
	var l *lexicon.Lexicon
	switch {
	case source == en && target == es:
		l = lexicon.EnglishSpanish()
	case source == es && target == en:
		l = lexicon.SpanishEnglish()
	default:
		return Help{}
	}
	return Help{[]Dictionary{{Lexicon: l}}, l.Phrases}
}

// keptCandidates are those that a weight is fitted to; the rest is far behind.
const keptCandidates = 100

func (j *job) solve() example {
	ctx := context.Background()
	shelf := j.index.Shelves[0]
	q := newReader(shelf, j.quote.Document.Language, helpFor(j.quote.Document.Language, shelf.Language)).read(j.quote.Document)
	places, _ := q.vote(ctx)
	spots, _ := q.visit(ctx, places)
	all, _ := q.sift(ctx, spots)
	slices.SortStableFunc(all, func(a, b candidate) int { return int(math.Copysign(1, b.rank-a.rank)) })
	e := example{set: j.set.Name, there: j.there, half: j.quote.Start / 50 % 2, quotation: q}
	for i, c := range all {
		right := 0.0
		if j.there {
			right = j.quote.Overlap(segment.Range{Start: int(c.first()), End: int(c.last())})
		}
		if i < keptCandidates || right > 0 {
			c.region = &region{first: c.region.first} // the rest would fill the memory
			e.candidates = append(e.candidates, c)
			e.right = append(e.right, right)
		}
	}
	return e
}

// worth of a window beside the best of its place.
func worth(right, best float64) float64 { return math.Pow(right/best, 3) }

// fitRank climbs the log-likelihood of a conditional logit, in which the right
// windows share the probability by their worth.
func fitRank(examples []example, use func(*example) bool) vector {
	size := vector{}
	var used []*example
	for i := range examples {
		e := &examples[i]
		if !use(e) || len(e.right) == 0 || slices.Max(e.right) == 0 {
			continue
		}
		used = append(used, e)
		for _, c := range e.candidates {
			for k, x := range c.features {
				size[k] += x * x / float64(len(e.candidates))
			}
		}
	}
	for k := range size {
		size[k] = math.Sqrt(size[k]/float64(len(used))) + 1e-6
	}
	w := climb(features, 150, func(w, gradient []float64) {
		for _, e := range used {
			e.gradient(w, size[:], gradient)
		}
		for k := range gradient {
			gradient[k] /= float64(len(used))
		}
	})
	for k := range w {
		w[k] /= size[k]
	}
	return vector(w)
}

func (e *example) gradient(w, size, gradient []float64) {
	best := slices.Max(e.right)
	p := make([]float64, len(e.candidates))
	for i := range e.candidates {
		for k, x := range e.candidates[i].features {
			p[i] += w[k] / size[k] * x
		}
	}
	top := slices.Max(p)
	all, good := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		all += p[i]
		good += p[i] * worth(e.right[i], best)
	}
	for i := range p {
		d := p[i]*worth(e.right[i], best)/(good+1e-300) - p[i]/all
		if math.Abs(d) < 1e-6 {
			continue
		}
		for k, x := range e.candidates[i].features {
			gradient[k] += d * x / size[k]
		}
	}
}

// climb is Kingma & Ba's "Adam" (2015), with a pull towards 0.
func climb(n, steps int, add func(w, gradient []float64)) []float64 {
	w, gradient, mean, variance := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		clear(gradient)
		add(w, gradient)
		rate := 0.1 * (1 - float64(step)/float64(steps+1))
		for k, g := range gradient {
			g -= 1e-3 * w[k]
			mean[k] = 0.85*mean[k] + 0.15*g
			variance[k] = 0.97*variance[k] + 0.03*g*g
			m := mean[k] / (1 - math.Pow(0.85, float64(step)))
			v := variance[k] / (1 - math.Pow(0.97, float64(step)))
			w[k] += rate * m / (math.Sqrt(v) + 1e-9)
		}
	}
	return w
}

// best returns the number of the highest candidate, or -1.
func (e *example) best(w *vector) int {
	best, top := -1, math.Inf(-1)
	for i := range e.candidates {
		v := e.candidates[i].features
		rank := 0.0
		for k, x := range v {
			rank += w[k] * x
		}
		e.candidates[i].rank = rank
		if rank > top {
			best, top = i, rank
		}
	}
	return best
}

func report(examples []example, of func(*example) *vector) {
	type tally struct{ n, reached, first, exact int }
	tallies := make(map[string]*tally)
	var order []string
	for i := range examples {
		e := &examples[i]
		if !e.there {
			continue
		}
		name := fmt.Sprintf("%s, %d lines", e.set, len(e.quotation.parts))
		for _, name := range []string{name, "all"} {
			if tallies[name] == nil {
				tallies[name] = new(tally)
				order = append(order, name)
			}
			c := tallies[name]
			c.n++
			if len(e.right) > 0 && slices.Max(e.right) > 0 {
				c.reached++
			}
			if b := e.best(of(e)); b >= 0 && e.right[b] > 0 {
				c.first++
				if e.right[b] == 1 {
					c.exact++
				}
			}
		}
	}
	slices.Sort(order)
	for _, name := range order {
		c := tallies[name]
		share := func(n int) float64 { return float64(n) / float64(c.n) }
		fmt.Printf("%-45s %5d: reached %.3f, first %.3f, exact %.3f\n", name, c.n, share(c.reached), share(c.first), share(c.exact))
	}
}

// judged is what the first hit of an example looks like, and whether it is right.
func (e *example) judged() (s sign, right, ok bool) {
	b := e.best(e.quotation.weights())
	if b < 0 {
		return s, false, false
	}
	right = e.right[b] > 0
	windows := apart(slices.Clone(e.candidates))
	return e.quotation.signs(windows[0].rank, newScale(windows)), right, true
}

func fitCertainty(examples []example, use func(*example) bool) sign {
	var xs []sign
	var ys []float64
	for i := range examples {
		if !use(&examples[i]) {
			continue
		}
		if s, right, ok := examples[i].judged(); ok {
			y := 0.0
			if right {
				y = 1
			}
			xs, ys = append(xs, s), append(ys, y)
		}
	}
	return sign(climb(signs, 3000, func(w, gradient []float64) {
		for i, x := range xs {
			sum := 0.0
			for k, v := range x {
				sum += w[k] * v
			}
			d := (ys[i] - 1/(1+math.Exp(-sum))) / float64(len(xs))
			for k, v := range x {
				gradient[k] += d * v
			}
		}
	}))
}

func reportConfidence(examples []example, of func(*example) *sign) {
	var n, right [10]int
	confidence := make([]float64, len(examples))
	is := make([]bool, len(examples))
	for i := range examples {
		e := &examples[i]
		s, ok, any := e.judged()
		if !any {
			continue
		}
		certainty = *of(e)
		confidence[i], is[i] = s.confidence(), ok
		class := min(9, int(confidence[i]*10))
		n[class]++
		if ok {
			right[class]++
		}
	}
	for class := range n {
		fmt.Printf("confidence .%d: %5d, right %.3f\n", class, n[class], float64(right[class])/float64(max(1, n[class])))
	}
	for _, least := range []float64{.2, .25, .3, .35, .4, .5} {
		counts := make(map[string]*[4]float64)
		for i := range examples {
			e := &examples[i]
			name := fmt.Sprintf("%.2f %s", least, e.set)
			if counts[name] == nil {
				counts[name] = new([4]float64)
			}
			c := counts[name]
			switch shown := confidence[i] >= least; {
			case !e.there:
				c[0]++
				if shown {
					c[1]++
				}
			case is[i]:
				c[2]++
				if !shown {
					c[3]++
				}
			}
		}
		for _, name := range slices.Sorted(maps.Keys(counts)) {
			c := counts[name]
			fmt.Printf("at least %s: found of %.0f that are not there %.4f; not shown of %.0f that are right %.4f\n",
				name, c[0], c[1]/c[0], c[2], c[3]/c[2])
		}
	}
}

var featureNames = [features]string{
	coverQuote: "coverQuote", coverWindow: "coverWindow", strength: "strength", off: "off",
	evidence: "evidence", forward: "forward", backward: "backward",
	lengthOff: "lengthOff", shorter: "shorter", longer: "longer", sentences: "sentences",
	names: "names", freeNames: "freeNames", aliens: "aliens",
	hit: "hit", hit + 1: "hit + 1", hit + 2: "hit + 2", hit + 3: "hit + 3",
	missed: "missed", missed + 1: "missed + 1", missed + 2: "missed + 2", missed + 3: "missed + 3",
	free: "free", free + 1: "free + 1", free + 2: "free + 2", free + 3: "free + 3",
	near: "near", inOrder: "inOrder", nearLog: "nearLog", chain: "chain", edge: "edge", part: "part",
}

var signNames = [signs]string{
	always: "always", ahead: "ahead", aheadTen: "aheadTen", rankTen: "rankTen", aheadEach: "aheadEach",
	informed: "informed", worded: "worded", shelved: "shelved", candidated: "candidated",
	alike: "alike", alikeRank: "alikeRank", alikeAhead: "alikeAhead",
	blind: "blind", blindRank: "blindRank", blindAhead: "blindAhead",
}

// printWeights prints them as weights.go has them.
func printWeights(name string, keys []string, w []float64) {
	fmt.Printf("var %s = {\n", name)
	for k, x := range w {
		fmt.Printf("\t%s: %.3f,\n", keys[k], x)
	}
	fmt.Println("}")
}
