package lang

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// BenchmarkLoad starts a process a round, for lingua keeps models until the
// program ends. An empty run of the test binary is part of the time.
func BenchmarkLoad(b *testing.B) {
	if os.Getenv("LANG_BENCHMARK_LOAD") != "" {
		new(Detector).Detect("load")
		return
	}
	for b.Loop() {
		cmd := exec.Command(os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkLoad$", "-test.benchtime=1x")
		cmd.Env = append(os.Environ(), "LANG_BENCHMARK_LOAD=1")
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDetectSentence(b *testing.B) {
	defaultDetector.Detect(englishPage)
	b.ReportAllocs()
	for b.Loop() {
		defaultDetector.Detect("My sister carried the bread and I carried the blanket.")
	}
}

func BenchmarkDetectBook(b *testing.B) {
	book := strings.Repeat(spanishPage+englishPage+spanishPage, 1_600_000/(2*len(spanishPage)+len(englishPage)))
	defaultDetector.Detect(book)
	b.ReportAllocs()
	b.SetBytes(int64(len(book)))
	for b.Loop() {
		defaultDetector.Detect(book)
	}
}

func BenchmarkSentences(b *testing.B) {
	const n = 1000
	sentences := strings.SplitAfter(strings.Repeat(englishPage+spanishPage, n/4), ". ")[:n]
	defaultDetector.Detect(englishPage)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := defaultDetector.Sentences(context.Background(), sentences); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
