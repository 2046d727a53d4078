package start

import (
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The names are those of Windows. opengl32.dll is asked for by its bare name: the
// program has loaded it already, from its own folder where one lies there, and the
// answer must be about that one.
var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	gdi32    = windows.NewLazySystemDLL("gdi32.dll")
	opengl32 = windows.NewLazyDLL("opengl32.dll")

	createWindow     = user32.NewProc("CreateWindowExW")
	destroyWindow    = user32.NewProc("DestroyWindow")
	getDC            = user32.NewProc("GetDC")
	releaseDC        = user32.NewProc("ReleaseDC")
	describeFormat   = gdi32.NewProc("DescribePixelFormat")
	setFormat        = gdi32.NewProc("SetPixelFormat")
	wglCreateContext = opengl32.NewProc("wglCreateContext")
	wglDeleteContext = opengl32.NewProc("wglDeleteContext")
	wglMakeCurrent   = opengl32.NewProc("wglMakeCurrent")
	glGetString      = opengl32.NewProc("glGetString")
)

// pixelFormat is PIXELFORMATDESCRIPTOR.
type pixelFormat struct {
	size, version                                uint16
	flags                                        uint32
	kind, colorBits                              byte
	red, redShift, green, greenShift             byte
	blue, blueShift, alpha, alphaShift           byte
	accum, accumR, accumG, accumB, accumA, depth byte
	stencil, aux, layer, reserved                byte
	layerMask, visibleMask, damageMask           uint32
}

// The flags of a format that count.
const (
	doubleBuffer   = 0x1
	drawToWindow   = 0x4
	supportsOpenGL = 0x20
	genericFormat  = 0x40
	genericFast    = 0x1000
)

// usable is what GLFW takes: a format that draws to a window with OpenGL by the
// driver. Windows' own, which draws with version 1.1 in software, is not enough.
func (p pixelFormat) usable() bool {
	const needs = doubleBuffer | drawToWindow | supportsOpenGL
	const rgba = 0
	return p.flags&needs == needs && (p.flags&genericFormat == 0 || p.flags&genericFast != 0) && p.kind == rgba && p.colorBits >= 24
}

// Draws makes a hidden window and asks its OpenGL for the version.
func (here) Draws() error {
	runtime.LockOSThread() // a context belongs to a thread
	defer runtime.UnlockOSThread()
	version, renderer, err := openGL()
	switch {
	case err != nil:
		return noOpenGL(err.Error())
	case !enough(version):
		return noOpenGL(fmt.Sprintf("OpenGL %s, %s", version, renderer))
	}
	return nil
}

// errNoFormat is a screen whose driver offers Windows' own OpenGL only.
var errNoFormat = errors.New("không có định dạng điểm ảnh nào do trình điều khiển vẽ")

// openGL is the version of OpenGL and who draws with it.
func openGL() (version, renderer string, err error) {
	for _, p := range []*windows.LazyProc{createWindow, describeFormat, wglCreateContext, glGetString} {
		if err := p.Find(); err != nil {
			return "", "", err
		}
	}
	class, err := windows.UTF16PtrFromString("STATIC") // there in every process
	if err != nil {
		return "", "", err
	}
	const popup = 0x80000000
	window, _, err := createWindow.Call(0, uintptr(unsafe.Pointer(class)), 0, popup, 0, 0, 16, 16, 0, 0, 0, 0)
	if window == 0 {
		return "", "", fmt.Errorf("CreateWindowEx: %w", err)
	}
	defer destroyWindow.Call(window)
	dc, _, err := getDC.Call(window)
	if dc == 0 {
		return "", "", fmt.Errorf("GetDC: %w", err)
	}
	defer releaseDC.Call(window, dc)
	if err := choose(dc); err != nil {
		return "", "", err
	}
	context, _, err := wglCreateContext.Call(dc)
	if context == 0 {
		return "", "", fmt.Errorf("wglCreateContext: %w", err)
	}
	defer wglDeleteContext.Call(context)
	if ok, _, err := wglMakeCurrent.Call(dc, context); ok == 0 {
		return "", "", fmt.Errorf("wglMakeCurrent: %w", err)
	}
	defer wglMakeCurrent.Call(0, 0)
	const glRenderer, glVersion = 0x1F01, 0x1F02
	return glString(glVersion), glString(glRenderer), nil
}

// choose gives a window the first format that is usable.
func choose(dc uintptr) error {
	var p pixelFormat
	count, _, _ := describeFormat.Call(dc, 1, unsafe.Sizeof(p), uintptr(unsafe.Pointer(&p))) // 0 without a driver
	for i := uintptr(1); i <= count; i++ {
		if n, _, _ := describeFormat.Call(dc, i, unsafe.Sizeof(p), uintptr(unsafe.Pointer(&p))); n == 0 || !p.usable() {
			continue
		}
		if ok, _, err := setFormat.Call(dc, i, uintptr(unsafe.Pointer(&p))); ok == 0 {
			return fmt.Errorf("SetPixelFormat: %w", err)
		}
		return nil
	}
	return errNoFormat
}

// glString is a string of OpenGL, "" where there is none.
func glString(name uintptr) string {
	at, _, _ := glGetString.Call(name)
	if at == 0 {
		return ""
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&at))) // of the driver's memory, never Go's
}
