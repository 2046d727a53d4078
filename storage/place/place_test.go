package place

import (
	"path/filepath"
	"runtime"
	"testing"
)

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		f    Facts
		want Place
	}{
		{Facts{OS: "linux", Path: "/home/an/.config/AnKhai", FSType: "ext4"}, Place{}},
		{Facts{OS: "linux", Path: "/home/an/.config/AnKhai", FSType: "btrfs"}, Place{}},
		{Facts{OS: "linux", Path: "/home/an/AnKhai", FSType: "fuseblk"}, Place{}}, // a disk of Windows, plugged in here
		{Facts{OS: "linux", Path: "/home/an/AnKhai"}, Place{}},
		{Facts{OS: "linux", Path: "/mnt/a/AnKhai", FSType: "nfs4"}, Place{Network, "ổ mạng (nfs4)"}},
		{Facts{OS: "linux", Path: "/mnt/a/AnKhai", FSType: "cifs"}, Place{Network, "ổ mạng (cifs)"}},
		{Facts{OS: "linux", Path: "/mnt/a/AnKhai", FSType: "smb3"}, Place{Network, "ổ mạng (smb3)"}},
		{Facts{OS: "linux", Path: "/mnt/a/AnKhai", FSType: "fuse.sshfs"}, Place{Network, "ổ mạng (fuse.sshfs)"}},
		{Facts{OS: "linux", Path: "/run/user/1000/gvfs/smb/AnKhai", FSType: "fuse.gvfsd-fuse"}, Place{Network, "ổ mạng (fuse.gvfsd-fuse)"}},
		{Facts{OS: "linux", Path: "/home/an/Dropbox/AnKhai", FSType: "ext4"}, Place{Synced, "Dropbox"}},
		{Facts{OS: "linux", Path: "/home/an/Dropboxes/AnKhai", FSType: "ext4"}, Place{}},
		{Facts{OS: "linux", Path: "/home/boxer/AnKhai", FSType: "ext4"}, Place{}},
		{Facts{OS: "linux", Path: "/home/an/Nextcloud/kt", FSType: "ext4"}, Place{Synced, "Nextcloud"}},
		{Facts{OS: "windows", Path: `C:\Users\An\AppData\Roaming\AnKhai`}, Place{}},
		{Facts{OS: "windows", Path: `C:\Users\An\OneDrive\AnKhai`}, Place{Synced, "OneDrive"}},
		{Facts{OS: "windows", Path: `C:\Users\An\OneDrive - Công ty TNHH\AnKhai`}, Place{Synced, "OneDrive"}},
		{Facts{OS: "windows", Path: `D:\Kho chung\AnKhai`, Synced: []string{`d:\kho chung`}}, Place{Synced, "chương trình đồng bộ"}},
		{Facts{OS: "windows", Path: `D:\Kho chung 2\AnKhai`, Synced: []string{`D:\Kho chung`, ""}}, Place{}},
		{Facts{OS: "windows", Path: `G:\My Drive\AnKhai`}, Place{Synced, "Google Drive"}},
		{Facts{OS: "windows", Path: `G:\Drive của tôi\AnKhai`}, Place{Synced, "Google Drive"}},
		{Facts{OS: "windows", Path: `C:\Users\An\iCloudDrive\AnKhai`}, Place{Synced, "iCloud"}},
		{Facts{OS: "windows", Path: `\\MAYCHU\ketoan\AnKhai`}, Place{Network, `thư mục dùng chung \\MAYCHU\ketoan`}},
		{Facts{OS: "windows", Path: `\\?\UNC\MAYCHU\ketoan\AnKhai`}, Place{Network, `thư mục dùng chung \\MAYCHU\ketoan`}},
		{Facts{OS: "windows", Path: `\\?\C:\Users\An\AnKhai`}, Place{}},
		{Facts{OS: "windows", Path: `Z:\AnKhai`, Remote: true}, Place{Network, "ổ mạng Z:"}},
		{Facts{OS: "darwin", Path: "/Users/an/Library/Application Support/AnKhai", FSType: "apfs"}, Place{}},
		{Facts{OS: "darwin", Path: "/Users/an/Library/CloudStorage/OneDrive-CongTy/AnKhai", FSType: "apfs"}, Place{Synced, "OneDrive"}},
		{Facts{OS: "darwin", Path: "/Users/an/Library/CloudStorage/Khac/AnKhai", FSType: "apfs"}, Place{Synced, "chương trình đồng bộ"}},
		{Facts{OS: "darwin", Path: "/Users/an/Library/Mobile Documents/com~apple~CloudDocs/AnKhai", FSType: "apfs"}, Place{Synced, "iCloud"}},
		{Facts{OS: "darwin", Path: "/Volumes/ketoan/AnKhai", FSType: "smbfs"}, Place{Network, "ổ mạng (smbfs)"}},
		{Facts{OS: "darwin", Path: "/Volumes/ketoan/AnKhai", FSType: "webdav"}, Place{Network, "ổ mạng (webdav)"}},
		{Facts{OS: "darwin", Path: "/Volumes/USB/AnKhai", FSType: "msdos"}, Place{}},
	} {
		if got := Judge(c.f); got != c.want {
			t.Errorf("%+v: got %+v, want %+v", c.f, got, c.want)
		}
	}
}

func TestLookHere(t *testing.T) {
	f, err := Look(filepath.Join(t.TempDir(), "chưa", "có"))
	if err != nil {
		t.Fatal(err)
	}
	if got := Judge(f); got.Kind != Local || f.OS != runtime.GOOS {
		t.Errorf("a temporary folder of this computer: %+v of %+v", got, f)
	}
	if runtime.GOOS == "linux" && f.FSType == "" {
		t.Error("no type of the mount")
	}
}
