package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// Progress is a line on standard error that tells how far a long task is. A
// nil Progress shows nothing. It is not safe for concurrent use.
type Progress struct {
	out   io.Writer
	label string
}

// NewProgress returns a line that begins with the label, or nil if standard
// error is no terminal.
func NewProgress(label string) *Progress {
	info, err := os.Stderr.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return &Progress{os.Stderr, label}
}

const (
	lineStart = "\r"
	clearLine = "\r\x1b[K" // ECMA-48: erase to the end of the line
)

// barWidth is the length of the bar, in characters.
const barWidth = 30

// Show draws how much of the task is done, in place of what was drawn before.
func (p *Progress) Show(done, total int) {
	if p == nil || total <= 0 {
		return
	}
	full := barWidth * done / total
	bar := strings.Repeat("=", full) + strings.Repeat(" ", barWidth-full)
	fmt.Fprintf(p.out, "%s%s [%s] %3d%%", lineStart, p.label, bar, 100*done/total)
}

// Clear takes the line away.
func (p *Progress) Clear() {
	if p != nil {
		io.WriteString(p.out, clearLine)
	}
}
