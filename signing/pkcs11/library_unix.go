//go:build !windows

package pkcs11

import "github.com/ebitengine/purego"

// openLibrary loads a driver; symbol finds what it exports. It is never unloaded:
// the helper ends instead.
func openLibrary(path string) (symbol func(name string) (uintptr, error), err error) {
	handle, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_LOCAL)
	if err != nil {
		return nil, err
	}
	return func(name string) (uintptr, error) { return purego.Dlsym(handle, name) }, nil
}
