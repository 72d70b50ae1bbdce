// Package cli is what the example commands share: reading a text and finding
// its language, writing a file whole or not at all, a line of progress, and
// errors as a user of a shell expects them.
//
// A command makes its flags with [Flags] and hands them to [Main]:
//
//	func main() {
//		flags := cli.Flags("count", "[flags] FILE")
//		tag := cli.LanguageFlag(flags, "lang", "language of FILE")
//		cli.Main(flags, func(ctx context.Context, args []string) error { ... })
//	}
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// Exit statuses.
const (
	statusFailed = 1
	statusUsage  = 2
)

// UsageError says that a command was called in a wrong way, and how it should
// be called. The exit status is then 2.
type UsageError struct{ Message string }

func (e *UsageError) Error() string { return e.Message }

// Usagef returns a [*UsageError].
func Usagef(format string, args ...any) error {
	return &UsageError{fmt.Sprintf(format, args...)}
}

// Flags returns the flag set of a command. The synopsis is what follows the
// command's name; further lines of it are shown by -h alone.
func Flags(name, synopsis string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // Main shows the errors, a line each
	first, rest, _ := strings.Cut(synopsis, "\n")
	flags.Usage = func() {
		fmt.Fprintf(flags.Output(), "usage: %s %s\n%s\nflags:\n", name, first, rest)
		flags.PrintDefaults()
	}
	return flags
}

// Main parses the command line, calls run with what follows the flags, and
// ends the process: with 0 if run returns nil, 2 after wrong usage, and 1
// after any other error. Each line of the error is shown on standard error
// with the command's name before it. An interrupt ends run's context.
func Main(flags *flag.FlagSet, run func(ctx context.Context, args []string) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	os.Exit(report(flags, runWith(ctx, flags, run)))
}

func runWith(ctx context.Context, flags *flag.FlagSet, run func(context.Context, []string) error) error {
	err := flags.Parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		flags.SetOutput(os.Stdout)
		flags.Usage()
		return nil
	}
	if err != nil {
		return &UsageError{err.Error()}
	}
	return run(ctx, flags.Args())
}

// report shows an error and returns the exit status.
func report(flags *flag.FlagSet, err error) int {
	if err == nil {
		return 0
	}
	if usage := (*UsageError)(nil); errors.As(err, &usage) {
		fmt.Fprintf(os.Stderr, "%s: %v (see %[1]s -h)\n", flags.Name(), err)
		return statusUsage
	}
	text := err.Error()
	if errors.Is(err, context.Canceled) {
		text = "interrupted"
	}
	for line := range strings.Lines(text) {
		fmt.Fprintf(os.Stderr, "%s: %s\n", flags.Name(), strings.TrimSuffix(line, "\n"))
	}
	return statusFailed
}
