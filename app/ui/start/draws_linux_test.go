package start

import (
	"errors"
	"slices"
	"testing"
)

func TestDisplay(t *testing.T) {
	refused := errors.New("refused")
	for _, c := range []struct {
		display, wayland string
		answers          []string // addresses
		ok               bool
		called           []string
	}{
		{},
		{wayland: "wayland-0", ok: true},
		{display: ":0", answers: []string{"/tmp/.X11-unix/X0"}, ok: true, called: []string{"@/tmp/.X11-unix/X0", "/tmp/.X11-unix/X0"}},
		{display: ":1.0", answers: []string{"@/tmp/.X11-unix/X1"}, ok: true, called: []string{"@/tmp/.X11-unix/X1"}},
		{display: ":7", called: []string{"@/tmp/.X11-unix/X7", "/tmp/.X11-unix/X7"}},
		{display: "may-khac:10.0", answers: []string{"may-khac:6010"}, ok: true, called: []string{"may-khac:6010"}},
		{display: "[::1]:x", ok: true},
		{display: "khong-hieu", ok: true},
	} {
		var called []string
		err := display(func(name string) string {
			return map[string]string{"DISPLAY": c.display, "WAYLAND_DISPLAY": c.wayland}[name]
		}, func(_, address string) error {
			called = append(called, address)
			if slices.Contains(c.answers, address) {
				return nil
			}
			return refused
		})
		if (err == nil) != c.ok || !slices.Equal(called, c.called) {
			t.Errorf("DISPLAY=%q WAYLAND_DISPLAY=%q: %v, called %q", c.display, c.wayland, err, called)
		}
	}
}
