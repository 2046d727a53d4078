package pkcs11

import "golang.org/x/sys/windows"

// openLibrary loads a driver; symbol finds what it exports. The libraries that lie
// beside the driver are found as well. It is never unloaded: a driver's farewell
// has been seen to deadlock, so the helper ends instead.
func openLibrary(path string) (symbol func(name string) (uintptr, error), err error) {
	handle, err := windows.LoadLibraryEx(path, 0, windows.LOAD_WITH_ALTERED_SEARCH_PATH)
	if err != nil {
		return nil, err
	}
	return func(name string) (uintptr, error) { return windows.GetProcAddress(handle, name) }, nil
}
