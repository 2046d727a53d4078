package pdfview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The bounds of what a file may cost.
const (
	memoryPages = 4096             // of 64 KB: 256 MB for an open file with all that is drawn of it
	openAtMost  = 4                // files open at a time
	maxFile     = 64 << 20         // bytes of a file
	maxPixels   = 16 << 20         // of a page as it is drawn
	workTime    = 20 * time.Second // for opening, or for one page
)

// engine names the version of the drawing program: what was compiled for another one
// is of no use.
const engine = "pdfium-1.20.0"

// ErrNoEngine: this machine cannot run the drawing program.
var ErrNoEngine = errors.New("PDF cannot be drawn on this machine")

// Viewer opens files. The drawing program is started at the first use, or by Warm.
type Viewer struct {
	dir   string
	limit time.Duration

	mu   sync.Mutex // held while it starts
	pool pdfium.Pool
	err  error // why it did not start; it is not tried again
}

// New makes a viewer that keeps what it compiled in a folder below dir, so that the
// next start takes a tenth of the time; "" keeps nothing.
func New(dir string) *Viewer { return &Viewer{dir: dir, limit: workTime} }

// Warm starts the drawing program ahead of the first file. The very first time on a
// machine it takes some seconds.
func (v *Viewer) Warm() error {
	_, err := v.start()
	return err
}

func (v *Viewer) start() (pdfium.Pool, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.pool != nil || v.err != nil {
		return v.pool, v.err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true) // or a page that never ends could not be stopped
	if cache, err := v.cache(); err == nil { // without one it is slower, no more
		config = config.WithCompilationCache(cache)
	}
	v.pool, v.err = webassembly.Init(webassembly.Config{
		MaxTotal: openAtMost, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // the library would hand it every file of the machine
		Stdout:   io.Discard, Stderr: io.Discard,
	})
	if v.err != nil {
		v.pool, v.err = nil, fmt.Errorf("%w: %w", ErrNoEngine, v.err)
	}
	return v.pool, v.err
}

// cache is where compiled code is kept; what other versions left is swept.
func (v *Viewer) cache() (wazero.CompilationCache, error) {
	if v.dir == "" {
		return nil, errors.New("no cache folder")
	}
	if err := os.MkdirAll(filepath.Join(v.dir, engine), 0o700); err != nil {
		return nil, fmt.Errorf("make cache folder: %w", err)
	}
	if old, err := os.ReadDir(v.dir); err == nil {
		for _, e := range old {
			if e.Name() != engine {
				_ = os.RemoveAll(filepath.Join(v.dir, e.Name())) // the next start tries again
			}
		}
	}
	return wazero.NewCompilationCacheWithDir(filepath.Join(v.dir, engine))
}

// Close ends the drawing program with every file that is still open.
func (v *Viewer) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.pool == nil {
		return nil
	}
	err := v.pool.Close()
	v.pool, v.err = nil, ErrClosed
	return err
}

// Open reads a file. ErrFile for one that is no PDF or is broken, ErrPassword for one
// that is locked, ErrTooBig, ErrSlow.
func (v *Viewer) Open(ctx context.Context, pdf []byte) (*Document, error) {
	if len(pdf) > maxFile {
		return nil, fmt.Errorf("open PDF of %d bytes: %w", len(pdf), ErrTooBig)
	}
	pool, err := v.start()
	if err != nil {
		return nil, err
	}
	wait, stop := context.WithTimeout(ctx, v.limit)
	defer stop()
	one, err := pool.GetInstanceWithContext(wait)
	if err != nil {
		return nil, fmt.Errorf("open PDF: %w: %w", ErrBusy, err)
	}
	d := &Document{one: one, limit: v.limit}
	if err := d.open(ctx, pdf); err != nil {
		d.Close()
		return nil, fmt.Errorf("open PDF: %w", err)
	}
	return d, nil
}
