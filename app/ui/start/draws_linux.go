package start

import (
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

// Draws looks whether a display answers. Whether it has OpenGL only shows when a
// window is made: Net catches that.
func (here) Draws() error { return drawsHere() }

func drawsHere() error { return display(os.Getenv, dial) }

// display finds the display that the environment names and calls it. Wayland's is
// left to Fyne, which may be built for either.
func display(getenv func(string) string, dial func(network, address string) error) error {
	if getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	name := getenv("DISPLAY")
	if name == "" {
		return noDisplay("biến DISPLAY và WAYLAND_DISPLAY đều trống")
	}
	host, rest, ok := strings.Cut(name, ":")
	number, _, _ := strings.Cut(rest, ".")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 {
		return nil // a form we do not know: X may
	}
	if host == "" || host == "unix" {
		socket := "/tmp/.X11-unix/X" + number
		if dial("unix", "@"+socket) == nil {
			return nil
		}
		err = dial("unix", socket)
	} else {
		const base = 6000
		err = dial("tcp", net.JoinHostPort(host, strconv.Itoa(base+n)))
	}
	if err != nil {
		return noDisplay("DISPLAY=" + name)
	}
	return nil
}

// patience is how long a display may take to answer.
const patience = 3 * time.Second

func dial(network, address string) error {
	c, err := net.DialTimeout(network, address, patience)
	if err != nil {
		return err
	}
	return c.Close()
}
