package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/hexapla/hexapla/examples/internal/cli"
)

// task is a line of the file of jobs, and what came of it.
type task struct {
	job
	line int
	err  error
}

// batch aligns the pairs that a file lists. Its error has a line for each that
// failed, in the order of the file.
func (a *aligner) batch(ctx context.Context, file string) error {
	tasks, err := readTasks(file)
	if err != nil {
		return err
	}
	a.runAll(ctx, tasks)
	if err := context.Cause(ctx); err != nil {
		return err
	}
	var failed []error
	for _, t := range tasks {
		if t.err != nil {
			failed = append(failed, fmt.Errorf("%s, line %d: %w", file, t.line, t.err))
		}
	}
	return errors.Join(failed...)
}

func (a *aligner) runAll(ctx context.Context, tasks []*task) {
	progress := cli.NewProgress("aligning")
	defer progress.Clear()
	queue := make(chan *task, len(tasks))
	for _, t := range tasks {
		queue <- t
	}
	close(queue)
	var workers sync.WaitGroup
	var lock sync.Mutex // of done and progress
	done := 0
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for t := range queue {
				if t.err == nil {
					t.err = a.pair(ctx, t.job, nil)
				}
				lock.Lock()
				done++
				progress.Show(done, len(tasks))
				lock.Unlock()
			}
		})
	}
	workers.Wait()
}

// readTasks reads the file of jobs. A line that is no job is a task that has
// failed already.
func readTasks(file string) ([]*task, error) {
	text, err := cli.ReadText(file)
	if err != nil {
		return nil, err
	}
	var tasks []*task
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) != "" {
			t := &task{line: number}
			t.job, t.err = parseJob(line)
			tasks = append(tasks, t)
		}
	}
	if len(tasks) == 0 {
		return nil, fmt.Errorf("%s: there is no job in it; want lines of SOURCE, TARGET and OUTPUT, set apart by tabs", file)
	}
	refuseSharedOutputs(tasks)
	return tasks, nil
}

func refuseSharedOutputs(tasks []*task) {
	lines := make(map[string]int) // of the first task that writes to a file
	for _, t := range tasks {
		if t.err != nil {
			continue
		}
		output := filepath.Clean(t.output)
		if first, taken := lines[output]; taken {
			t.err = fmt.Errorf("%s: line %d writes this file too; want an output of its own", t.output, first)
			continue
		}
		lines[output] = t.line
	}
}

func parseJob(line string) (job, error) {
	fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
	if len(fields) != 3 || fields[0] == "" || fields[1] == "" || fields[2] == "" {
		return job{}, fmt.Errorf("want three fields, SOURCE, TARGET and OUTPUT, set apart by tabs")
	}
	return job{fields[0], fields[1], fields[2]}, nil
}
