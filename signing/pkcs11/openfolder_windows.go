package pkcs11

import (
	"path/filepath"
	"unsafe"

	"golang.org/x/sys/windows"
)

// openToAll says whether just anybody may replace a file: its access list, or its
// folder's, lets everyone, every account or every user write.
func openToAll(path string) (bool, error) {
	for _, at := range []string{path, filepath.Dir(path)} {
		open, err := writableByAll(at)
		if err != nil || open {
			return open, err
		}
	}
	return false, nil
}

func writableByAll(path string) (bool, error) {
	descriptor, err := windows.GetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		return false, err
	}
	list, _, err := descriptor.DACL()
	if err != nil {
		return false, err
	}
	if list == nil { // no list at all: everybody may do everything
		return true, nil
	}
	const write = windows.FILE_WRITE_DATA | windows.FILE_APPEND_DATA | windows.GENERIC_WRITE | windows.GENERIC_ALL | windows.WRITE_DAC | windows.WRITE_OWNER
	for i := range uint32(list.AceCount) {
		var entry *windows.ACCESS_ALLOWED_ACE
		if err := windows.GetAce(list, i, &entry); err != nil {
			return false, err
		}
		if entry.Header.AceType != windows.ACCESS_ALLOWED_ACE_TYPE || entry.Header.AceFlags&windows.INHERIT_ONLY_ACE != 0 || entry.Mask&write == 0 {
			continue
		}
		who := (*windows.SID)(unsafe.Pointer(&entry.SidStart))
		for _, group := range []windows.WELL_KNOWN_SID_TYPE{windows.WinWorldSid, windows.WinAuthenticatedUserSid, windows.WinBuiltinUsersSid} {
			if who.IsWellKnown(group) {
				return true, nil
			}
		}
	}
	return false, nil
}
