package report_test

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

var screenshots = flag.String("screenshots", "", "keep the screenshots of the report page in `DIR`")

// browser is a page that a real browser shows, and all that it should not have done.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu     sync.Mutex
	wrongs []string // console errors, exceptions, requests to anywhere
}

// startBrowser starts a browser that is to be had here, or skips the test.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("no browser in a short run")
	}
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium here; with Debian's package chromium this test runs")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Skipf("no browser would start: %v", err)
	}
	return ctx
}

// show opens a report in a window of the given size. Whatever the page does wrong
// fails the test when it ends.
func show(t *testing.T, parent context.Context, file string, width, height int64) *browser {
	t.Helper()
	ctx, cancel := chromedp.NewContext(parent)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx}
	address := "file://" + file
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if to := e.Request.URL; to != address && !strings.HasPrefix(to, "blob:") && !strings.HasPrefix(to, "data:") { // the browser's own icons are data:
				b.wrong("request to " + to)
			}
		case *runtime.EventExceptionThrown:
			b.wrong(e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
				b.wrong("console: " + string(e.Args[0].Value))
			}
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError || e.Entry.Level == log.LevelWarning {
				b.wrong("log: " + e.Entry.Text)
			}
		case *page.EventJavascriptDialogOpening:
			b.wrong("dialog: " + e.Message)
			go chromedp.Run(ctx, page.HandleJavaScriptDialog(true))
		}
	})
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, w := range b.wrongs {
			t.Errorf("the page did wrong: %s", w)
		}
	})
	b.run(log.Enable(), network.Enable(), chromedp.EmulateViewport(width, height), chromedp.Navigate(address),
		chromedp.WaitVisible(`html[data-ready="yes"] #main`, chromedp.ByQuery))
	return b
}

func (b *browser) wrong(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.wrongs = append(b.wrongs, what)
}

func (b *browser) run(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// value evaluates an expression in the page.
func value[T any](b *browser, expression string) T {
	b.t.Helper()
	var v T
	b.run(chromedp.Evaluate(expression, &v, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return v
}

// until waits for an expression to hold.
func (b *browser) until(expression string) {
	b.t.Helper()
	for range 200 {
		if value[bool](b, "Boolean("+expression+")") {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	b.t.Fatalf("never held: %s; the page is at %s with focus on %s", expression, value[string](b, "location.hash"),
		value[string](b, "document.activeElement.outerHTML.slice(0, 200)"))
}

func (b *browser) at(hash string) {
	b.t.Helper()
	b.run(chromedp.Evaluate(`document.getElementById('main').firstChild.stale = true; location.hash = `+quoted(hash), nil))
	b.until(`!document.getElementById('main').firstChild.stale`)
	time.Sleep(60 * time.Millisecond) // the matrix is drawn with the next frame
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `\'`) + "'" }

func (b *browser) key(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.run(chromedp.KeyEvent(k))
	}
}

// picture keeps a screenshot when asked to.
func (b *browser) picture(name string, whole bool) {
	b.t.Helper()
	if *screenshots == "" {
		return
	}
	var png []byte
	shoot := chromedp.CaptureScreenshot(&png)
	if whole {
		shoot = chromedp.FullScreenshot(&png, 100)
	}
	b.run(shoot)
	if err := os.WriteFile(filepath.Join(*screenshots, name+".png"), png, 0o666); err != nil {
		b.t.Fatal(err)
	}
}

func dark(on bool) chromedp.Action {
	scheme := "light"
	if on {
		scheme = "dark"
	}
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}})
}

// pageFile writes a report as a page and returns its path.
func pageFile(t *testing.T, r *news.Report) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	w, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := report.HTML(w, r); err != nil {
		t.Fatal(err)
	}
	return file
}
