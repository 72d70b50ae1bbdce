// Command train fits the lattice's weights to reference alignments.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/hexapla/hexapla/align"
	"github.com/hexapla/hexapla/align/internal/corpus"
	"github.com/hexapla/hexapla/align/internal/engine"
	"github.com/hexapla/hexapla/align/internal/lattice"
	"github.com/hexapla/hexapla/align/internal/trans"
	"github.com/hexapla/hexapla/align/lexicon"
	"github.com/hexapla/hexapla/align/score"
	"github.com/hexapla/hexapla/segment"
	"golang.org/x/text/language"
)

type doc struct {
	set, name string
	task      engine.Task
	gold      []score.Bead
	lattice   *lattice.Lattice
	src, tgt  []string
}

func read(path string, tag language.Tag) *segment.Document {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	d, err := segment.Parse(string(b), segment.Options{Language: tag, Layout: segment.Lines})
	if err != nil {
		log.Fatal(err)
	}
	return d
}

var noLexicon bool

func load(root string) []*doc {
	var docs []*doc
	filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.Name() != "gold.tsv" {
			return err
		}
		dir := filepath.Dir(path)
		set := filepath.Dir(dir)
		top := dir
		for !strings.Contains(filepath.Base(top), "-") {
			top = filepath.Dir(top)
		}
		parts := strings.Split(filepath.Base(top), "-")
		for k := range parts {
			parts[k], _, _ = strings.Cut(parts[k], ".")
		}
		n := len(parts)
		if filepath.Base(set) == "bible-en-es" || filepath.Base(set) == "bible-en-en" {
			set = dir
		}
		rel := func(p string) string { return strings.TrimPrefix(p, filepath.Dir(top)+"/") }
		b, _ := os.ReadFile(path)
		gold, err := score.ReadBeads(bytes.NewReader(b))
		if err != nil {
			log.Fatal(path, err)
		}
		x := &doc{set: rel(set), name: rel(dir), gold: gold}
		x.task.Source = corpus.New(read(dir+"/src.txt", language.MustParse(parts[n-2])))
		x.task.Target = corpus.New(read(dir+"/tgt.txt", language.MustParse(parts[n-1])))
		if parts[n-2] == "en" && parts[n-1] == "es" && !noLexicon {
			x.task.Lexicon = trans.Bind(lexicon.EnglishSpanish(), x.task.Source, x.task.Target)
		}
		sb, _ := os.ReadFile(dir + "/src.txt")
		tb, _ := os.ReadFile(dir + "/tgt.txt")
		x.src, x.tgt = strings.Split(string(sb), "\n"), strings.Split(string(tb), "\n")
		docs = append(docs, x)
		return nil
	})
	return docs
}

func parallel(docs []*doc, f func(*doc)) {
	var wg sync.WaitGroup
	next := make(chan *doc)
	for range 2 {
		wg.Go(func() {
			for d := range next {
				f(d)
			}
		})
	}
	for _, d := range docs {
		next <- d
	}
	close(next)
	wg.Wait()
}

var weightsFile = flag.String("weights", "/tmp/weights", "")
var long = flag.Bool("long", false, "")
var verbose = flag.Bool("v", false, "")
var dump = flag.String("dump", "", "")

// dump writes where answer and gold differ.
func (d *doc) dump(dir string, answer []align.Bead) {
	var out strings.Builder
	in := map[string]bool{}
	for _, b := range d.gold {
		in[fmt.Sprint(b)] = true
	}
	have := map[string]bool{}
	type item struct {
		s, t int
		text string
	}
	var items []item
	show := func(sign string, b score.Bead, p float64) {
		var o strings.Builder
		fmt.Fprintf(&o, "%s %v %v %.3f\n", sign, b.Source, b.Target, p)
		if sign != "=" {
			for _, s := range b.Source {
				fmt.Fprintf(&o, "     S%d %s\n", s, d.src[s])
			}
			for _, s := range b.Target {
				fmt.Fprintf(&o, "     T%d %s\n", s, d.tgt[s])
			}
		}
		x := item{-1, -1, o.String()}
		if len(b.Source) > 0 {
			x.s = b.Source[0]
		}
		if len(b.Target) > 0 {
			x.t = b.Target[0]
		}
		items = append(items, x)
	}
	for k, b := range score.Beads(answer) {
		have[fmt.Sprint(b)] = true
		if in[fmt.Sprint(b)] {
			show("=", b, answer[k].Confidence)
		} else {
			show("A", b, answer[k].Confidence)
		}
	}
	for _, b := range d.gold {
		if !have[fmt.Sprint(b)] {
			show("G", b, 0)
		}
	}
	last := 0
	for i := range items {
		if items[i].s < 0 {
			items[i].s = last
		}
		last = items[i].s
	}
	sort.SliceStable(items, func(a, b int) bool { return items[a].s < items[b].s })
	for _, x := range items {
		out.WriteString(x.text)
	}
	os.WriteFile(dir+"/"+strings.ReplaceAll(d.name, "/", "_"), []byte(out.String()), 0o666)
}

func main() {
	epochs := flag.Int("epochs", 0, "")
	outer := flag.Int("outer", 1, "")
	price := flag.Float64("price", 0.45, "")
	max := flag.Int("max", 2600, "skip larger")
	flag.BoolVar(&noLexicon, "no-lexicon", false, "")
	flag.Parse()
	var docs []*doc
	for _, root := range flag.Args() {
		for _, d := range load(root) {
			if d.task.Source.Len() <= *max {
				docs = append(docs, d)
			}
		}
	}
	w := lattice.DefaultWeights
	for o := 0; ; o++ {
		start := time.Now()
		parallel(docs, func(d *doc) {
			d.task.Weights = &w
			l, err := engine.Solve(context.Background(), &d.task)
			if err != nil {
				log.Fatal(err)
			}
			d.lattice = l
		})
		report(docs, *price)
		fmt.Println("solve", time.Since(start).Round(time.Millisecond))
		if o == *outer || *epochs == 0 {
			break
		}
		fit(docs, &w, *epochs)
		var names strings.Builder
		for k := range w {
			fmt.Fprintf(&names, "\t%s: %.3f,\n", lattice.Names[k], w[k])
		}
		os.WriteFile(*weightsFile, []byte(names.String()), 0o666)
	}
}

func report(docs []*doc, price float64) {
	sets := map[string]score.Counts{}
	var names []string
	for _, d := range docs {
		var answer []align.Bead
		for _, b := range d.lattice.Decode(price) {
			answer = append(answer, align.Bead{Source: segment.Range{Start: b.Source, End: b.SourceEnd}, Target: segment.Range{Start: b.Target, End: b.TargetEnd}, Confidence: b.Posterior})
		}
		if _, ok := sets[d.set]; !ok {
			names = append(names, d.set)
		}
		c := score.Compare(d.gold, score.Beads(answer))
		sets[d.set] = sets[d.set].Plus(c)
		if *verbose {
			fmt.Printf("  %s %.4f\n", d.name, c.Strict.Figures().F1)
		}
		if *dump != "" {
			d.dump(*dump, answer)
		}
	}
	sort.Strings(names)
	sum := 0.0
	for _, n := range names {
		f := sets[n].Strict.Figures()
		sum += f.F1
		if *long {
			fmt.Printf("%-24s P %.4f R %.4f F %.4f\n", n, f.Precision, f.Recall, f.F1)
			continue
		}
		fmt.Printf("%.6s%.4s %.4f  ", n, n[len(n)-4:], f.F1)
	}
	fmt.Printf("mean %.4f\n", sum/float64(len(names)))
}

// fit climbs the conditional log-likelihood of the gold.
func fit(docs []*doc, w *lattice.Weights, epochs int) {
	var m, v lattice.Weights
	counts := map[string]float64{}
	for _, d := range docs {
		counts[d.set] += float64(len(d.gold))
	}
	const b1, b2 = 0.8, 0.95
	for e := 1; e <= epochs; e++ {
		var mu sync.Mutex
		var total float64
		byDoc := make(map[*doc]lattice.Weights)
		parallel(docs, func(d *doc) {
			g, ll := d.lattice.Gradient(d.gold2(), w)
			// every set weighs by the square root of its size
			f := 1 / math.Sqrt(counts[d.set]) / float64(len(docs))
			for k := range g {
				g[k] *= f
			}
			mu.Lock()
			byDoc[d] = g
			total += ll * f
			mu.Unlock()
		})
		var g lattice.Weights
		for _, d := range docs {
			for k, x := range byDoc[d] {
				g[k] += x
			}
		}
		for k := range g {
			g[k] -= 1e-4 * w[k]
			m[k] = b1*m[k] + (1-b1)*g[k]
			v[k] = b2*v[k] + (1-b2)*g[k]*g[k]
			mh, vh := m[k]/(1-math.Pow(b1, float64(e))), v[k]/(1-math.Pow(b2, float64(e)))
			w[k] += 0.1 * (1 - float64(e)/float64(epochs+1)) * mh / (math.Sqrt(vh) + 1e-8)
		}
		if e%10 == 0 {
			if e == epochs || *verbose {
				fmt.Printf("epoch %d ll %.5f\n", e, total)
			}
		}
	}
}

func (d *doc) gold2() []lattice.Bead {
	var out []lattice.Bead
	side := func(x []int) (int, int) {
		if len(x) == 0 {
			return 0, 0
		}
		return x[0], x[len(x)-1] + 1
	}
	for _, b := range d.gold {
		var o lattice.Bead
		o.Source, o.SourceEnd = side(b.Source)
		o.Target, o.TargetEnd = side(b.Target)
		out = append(out, o)
	}
	return out
}
