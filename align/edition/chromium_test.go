package edition_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf16"
)

// browser is a Chromium that is driven over a pair of pipes by its debugging
// protocol: a JSON object a message, a NUL after each.
type browser struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	session string
	last    int // command sent
	loads   int // pages loaded
}

// open starts Chromium on a file, or skips the test if there is none.
func open(t *testing.T, file string) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		t.Skip("there is no Chromium on the path")
	}
	fromUs, in := pipe(t)
	out, toUs := pipe(t)
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
		"--disable-background-networking", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{fromUs, toUs}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	fromUs.Close()
	toUs.Close()
	b := &browser{t: t, in: in, out: bufio.NewReader(out)}
	t.Cleanup(func() {
		b.call("Browser.close", nil)
		cmd.Wait()
	})
	out.SetReadDeadline(time.Now().Add(time.Minute))
	b.attach(file)
	return b
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

func (b *browser) attach(file string) {
	var target struct{ TargetID string }
	b.into(&target, "Target.createTarget", object{"url": "about:blank"})
	var session struct{ SessionID string }
	b.into(&session, "Target.attachToTarget", object{"targetId": target.TargetID, "flatten": true})
	b.session = session.SessionID
	b.call("Page.enable", nil)
	b.load("Page.navigate", object{"url": "file://" + file})
}

// load sends a command that loads a page, and waits for the page to be there:
// to ask whether it is may be answered by the page before it.
func (b *browser) load(method string, params object) {
	b.t.Helper()
	before := b.loads
	b.call(method, params)
	for b.loads == before {
		if _, err := b.read(); err != nil {
			b.t.Fatalf("%s: the page doesn't load: %v", method, err)
		}
	}
}

type object map[string]any

// call sends a command and returns its result.
func (b *browser) call(method string, params object) json.RawMessage {
	b.last++
	command := object{"id": b.last, "method": method, "params": params}
	if b.session != "" && method != "Browser.close" {
		command["sessionId"] = b.session
	}
	data, err := json.Marshal(command)
	if err != nil {
		b.t.Fatal(err)
	}
	b.in.Write(append(data, 0))
	for {
		reply, err := b.read()
		if err != nil {
			if method != "Browser.close" {
				b.t.Fatalf("%s: %v", method, err)
			}
			return nil
		}
		if reply.ID != b.last {
			continue // an event
		}
		if reply.Error != nil {
			b.t.Fatalf("%s: %s", method, reply.Error.Message)
		}
		return reply.Result
	}
}

// message is what the browser says: a reply, or an event that has a method.
type message struct {
	ID     int
	Method string
	Result json.RawMessage
	Error  *struct{ Message string }
}

// read reads a message, and counts pages that are loaded.
func (b *browser) read() (m message, err error) {
	text, err := b.out.ReadBytes(0)
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(text[:len(text)-1], &m); err != nil {
		b.t.Fatal(err)
	}
	if m.Method == "Page.loadEventFired" {
		b.loads++
	}
	return m, nil
}

func (b *browser) into(v any, method string, params object) {
	if err := json.Unmarshal(b.call(method, params), v); err != nil {
		b.t.Fatal(err)
	}
}

// eval runs a script and returns its value as text.
func (b *browser) eval(script string) string {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Exception struct{ Description string } }
	}
	b.into(&answer, "Runtime.evaluate", object{"expression": script, "returnByValue": true, "awaitPromise": true})
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", script, answer.ExceptionDetails.Exception.Description)
	}
	return fmt.Sprint(answer.Result.Value)
}

// press presses keys, each a letter or the name of a key.
func (b *browser) press(keys ...string) {
	for _, key := range keys {
		down := object{"type": "keyDown", "key": key}
		switch {
		case key == "Enter":
			down["text"], down["windowsVirtualKeyCode"] = "\r", 13
		case key == "Escape":
			down["windowsVirtualKeyCode"] = 27
		case key == "Tab":
			down["windowsVirtualKeyCode"] = 9
		case key == "ArrowLeft":
			down["windowsVirtualKeyCode"] = 37
		case key == "ArrowRight":
			down["windowsVirtualKeyCode"] = 39
		case len(key) == 1:
			down["text"] = key
		}
		b.call("Input.dispatchKeyEvent", down)
		b.call("Input.dispatchKeyEvent", object{"type": "keyUp", "key": key})
	}
}

// click clicks on the middle of an element.
func (b *browser) click(selector string) {
	b.settle()
	var at struct{ X, Y float64 }
	place := b.eval(fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: "center", behavior: "instant"});
		const r = e.getBoundingClientRect(); return JSON.stringify({x: r.x + r.width / 2, y: r.y + r.height / 2}) })()`, selector))
	if err := json.Unmarshal([]byte(place), &at); err != nil {
		b.t.Fatal(err)
	}
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.call("Input.dispatchMouseEvent", object{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1})
	}
}

// hover moves the pointer onto the first place at which a word stands in the
// rows.
func (b *browser) hover(word string) {
	b.t.Helper()
	var at struct{ X, Y float64 }
	place := b.eval(fmt.Sprintf(`(() => {
		const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const start = walker.currentNode.data.indexOf(%q);
			if (start < 0) continue;
			walker.currentNode.parentElement.scrollIntoView({block: "center", behavior: "instant"});
			const range = new Range();
			range.setStart(walker.currentNode, start);
			range.setEnd(walker.currentNode, start + %d);
			const r = range.getClientRects()[0];
			return JSON.stringify({x: r.x + r.width / 2, y: r.y + r.height / 2});
		}
		throw new Error("no such word");
	})()`, word, len(utf16.Encode([]rune(word)))))
	if err := json.Unmarshal([]byte(place), &at); err != nil {
		b.t.Fatal(err)
	}
	b.call("Input.dispatchMouseEvent", object{"type": "mouseMoved", "x": at.X, "y": at.Y})
	b.settle()
}

// settle waits until what moves has come to rest and a frame has been drawn.
func (b *browser) settle() {
	b.eval(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => 0)`)
}

// screen sets the size of the screen and whether it is dark.
func (b *browser) screen(width, height int, dark bool) {
	b.call("Emulation.setDeviceMetricsOverride", object{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.call("Emulation.setEmulatedMedia", object{"features": []object{{"name": "prefers-color-scheme", "value": scheme}}})
}

// save writes what a command gives as base64 to a file.
func (b *browser) save(file, method string, params object) {
	var answer struct{ Data string }
	b.into(&answer, method, params)
	data, err := base64.StdEncoding.DecodeString(answer.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Clean(file), data, 0o666); err != nil {
		b.t.Fatal(err)
	}
}
