package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32      = windows.NewLazySystemDLL("user32.dll")
	setLong     = user32.NewProc("SetWindowLongPtrW")
	callWindow  = user32.NewProc("CallWindowProcW")
	getKeyState = user32.NewProc("GetKeyState")
)

// procedure is the index of a window's procedure, GWLP_WNDPROC: -4.
const procedure = ^uintptr(3)

// repaired is a window whose messages pass through here. All of this is the window's
// own thread's: Windows calls a procedure on it alone.
type repaired struct {
	watch
	before uintptr // the procedure of GLFW
}

var (
	windowsOf = map[uintptr]*repaired{}
	ours      = windows.NewCallback(receive)
)

// Repair lets the messages of a window pass through here from now on. It is called
// on the window's goroutine once the window is shown; a second time does nothing.
func Repair(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
			hook(c.HWND)
		}
	})
}

// hook puts our procedure before a window's own.
func hook(window uintptr) {
	if windowsOf[window] != nil {
		return
	}
	r := &repaired{}
	windowsOf[window] = r // before a message can come
	before, _, _ := setLong.Call(window, procedure, ours)
	if before == 0 { // another program's window, or none
		delete(windowsOf, window)
		return
	}
	r.before = before
}

// receive is the procedure of every window here.
func receive(window uintptr, message uint32, value, state uintptr) uintptr {
	r := windowsOf[window]
	if r == nil || r.before == 0 {
		return 0
	}
	pass := func(message uint32, value, state uintptr) uintptr {
		answer, _, _ := callWindow.Call(r.before, window, uintptr(message), value, state)
		return answer
	}
	if message == sentAway {
		delete(windowsOf, window)
		setLong.Call(window, procedure, r.before)
		return pass(message, value, state)
	}
	if !r.sees(message, value, message == keyDown && value == letterH && held()) {
		return pass(message, value, state)
	}
	pass(keyDown, backspace, backDown)
	pass(keyUp, backspace, backUp)
	return 0
}

// held reports whether Ctrl is down.
func held() bool {
	const control, down = 0x11, 0x8000
	s, _, _ := getKeyState.Call(control)
	return s&down != 0
}
