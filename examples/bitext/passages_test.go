package main

import (
	"strings"
	"testing"

	"github.com/hexapla/hexapla/align/exchange"
	"github.com/hexapla/hexapla/examples/internal/cli/clitest"
)

// Three sentences of the source stand first in the target.
const (
	voyage = "Anna Brandt was born in Bremen in 1812.\nHer father Ludwig sold ropes and anchors.\n" +
		"In 1830 she sailed to Montevideo on the Hercules.\nThe captain, Pedro Luna, taught her Spanish.\nNobody wept.\n" +
		"On 4 May 1841 Garibaldi dined at her house.\nHe left 12 red shirts behind.\nShe sent them to Manuela Rosas in Buenos Aires.\n"
	voyageMoved = "El 4 de mayo de 1841 Garibaldi cenó en su casa.\nDejó 12 camisas rojas.\nElla se las mandó a Manuela Rosas a Buenos Aires.\n" +
		"Anna Brandt nació en Bremen en 1812.\nSu padre Ludwig vendía cuerdas y anclas.\n" +
		"En 1830 navegó a Montevideo en el Hercules.\nEl capitán, Pedro Luna, le enseñó español.\nNadie lloró.\n"
)

func TestPassagesCrossInTheOrderOfTheSource(t *testing.T) {
	dir := clitest.Folder(t, map[string]string{"en": voyage, "es": voyageMoved})
	for _, format := range []string{"tsv", "json"} {
		answer := succeeds(t, dir, "-lines", "-passages", "-format", format, "-source-lang", "en", "-target-lang", "es", "en", "es")
		if format == "json" {
			if _, err := exchange.ReadJSON(strings.NewReader(answer)); err != nil {
				t.Errorf("the json can't be read: %v", err)
			}
			continue
		}
		var targets []string
		for line := range strings.Lines(answer) {
			targets = append(targets, strings.Split(line, "\t")[1])
		}
		if got, want := strings.Join(targets, " "), "3 4 5 6 7 0 1 2"; got != want {
			t.Errorf("target sentences in the order of the source: %s, want %s", got, want)
		}
	}
}
