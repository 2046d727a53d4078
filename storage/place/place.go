// Package place tells what kind of folder a data folder would be: on a disk of this
// computer, on a network drive, or in a folder that a program keeps in step with
// other computers. A database needs locks that hold and writes that arrive in
// order; the last two give neither, and lose data without saying so.
//
// Judge decides from facts that are handed in, so that every system is tested on
// every system; Look asks this one. It knows no database. Only storage and
// app/office import it.
package place

import (
	"path"
	"path/filepath"
	"strings"
)

// Kind is what a folder is.
type Kind int

// The kinds.
const (
	Local   Kind = iota // a disk of this computer, or nothing speaks against it
	Network             // a drive of another computer
	Synced              // kept in step with other computers by a program
)

// Facts are what a system says of a folder.
type Facts struct {
	OS     string   // runtime.GOOS
	Path   string   // absolute
	FSType string   // of the mount, as the system calls it; "" if it does not say
	Remote bool     // Windows: the drive is a mapped one
	Synced []string // folders that a sync program has named as its own
}

// Place is the judgement: the kind, and who is behind it, for the user.
type Place struct {
	Kind Kind
	Who  string // "OneDrive", "ổ mạng (nfs4)"; "" for Local
}

// networks are types of mounts that other computers hold, or that lie in the hands
// of a program of the user's own (FUSE) that does.
var networks = []string{"nfs", "smb", "smbfs", "cifs", "afpfs", "webdav", "davfs", "fuse.sshfs", "sshfs", "fuse.rclone", "fuse.gvfsd-fuse",
	"fuse.glusterfs", "ceph", "afs", "ncpfs", "fuse.s3fs", "vboxsf", "prl_fs"}

// syncers are folders that programs keep in step, by their names. A name matches
// whole, or up to a blank or a dash: "OneDrive - Công ty", "Dropbox (Cá nhân)".
var syncers = []struct{ folder, who string }{
	{"onedrive", "OneDrive"}, {"dropbox", "Dropbox"}, {"google drive", "Google Drive"}, {"googledrive", "Google Drive"},
	{"my drive", "Google Drive"}, {"drive của tôi", "Google Drive"}, {"com~apple~clouddocs", "iCloud"}, {"mobile documents", "iCloud"},
	{"icloud drive", "iCloud"}, {"iclouddrive", "iCloud"}, {"icloud", "iCloud"}, {"box sync", "Box"}, {"mega", "MEGA"}, {"megasync", "MEGA"},
	{"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"}, {"pcloud drive", "pCloud"}, {"pclouddrive", "pCloud"}, {"syncthing", "Syncthing"},
	{"seafile", "Seafile"}, {"zalo received files", "Zalo"}, {"yandex.disk", "Yandex Disk"},
}

// Judge tells what kind of folder the facts speak of.
func Judge(f Facts) Place {
	p := filepath.ToSlash(f.Path)
	if f.OS == "windows" {
		p = strings.ReplaceAll(f.Path, `\`, "/")
	}
	for _, dir := range f.Synced {
		if dir != "" && within(p, strings.ReplaceAll(dir, `\`, "/"), f.OS) {
			return Place{Synced, syncer(path.Base(strings.ReplaceAll(dir, `\`, "/")), "chương trình đồng bộ")}
		}
	}
	parts := strings.Split(p, "/")
	if f.OS == "darwin" {
		for i, part := range parts { // ~/Library/CloudStorage/OneDrive-…
			if part == "CloudStorage" && i+1 < len(parts) {
				return Place{Synced, syncer(parts[i+1], "chương trình đồng bộ")}
			}
		}
	}
	for _, part := range parts {
		if who := syncer(part, ""); who != "" {
			return Place{Synced, who}
		}
	}
	switch {
	case f.OS == "windows" && unc(p):
		parts = strings.Split(strings.TrimLeft(strings.TrimPrefix(p, "//?/UNC"), "/"), "/")
		return Place{Network, `thư mục dùng chung \\` + strings.Join(parts[:min(2, len(parts))], `\`)}
	case f.Remote:
		return Place{Network, "ổ mạng " + p[:min(2, len(p))]}
	}
	kind := strings.ToLower(f.FSType)
	for _, n := range networks {
		if kind == n || strings.HasPrefix(kind, n) && strings.Trim(kind[len(n):], "0123456789.") == "" {
			return Place{Network, "ổ mạng (" + f.FSType + ")"}
		}
	}
	return Place{}
}

// unc reports whether a Windows path names another computer. \\?\C:\ and \\.\ do
// not, \\?\UNC\ does.
func unc(p string) bool {
	rest, ok := strings.CutPrefix(p, "//")
	if !ok {
		return false
	}
	if local, ok := strings.CutPrefix(rest, "?/"); ok {
		return strings.HasPrefix(strings.ToUpper(local), "UNC/")
	}
	return !strings.HasPrefix(rest, "./")
}

// syncer is the program that a folder's name speaks of, or otherwise.
func syncer(name, otherwise string) string {
	name = strings.ToLower(name)
	for _, s := range syncers {
		rest, ok := strings.CutPrefix(name, s.folder)
		if ok && (rest == "" || strings.HasPrefix(rest, " -") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, " (")) {
			return s.who
		}
	}
	return otherwise
}

// within reports whether p lies in dir or is it.
func within(p, dir, system string) bool {
	p, dir = path.Clean(p), path.Clean(dir)
	if system == "windows" || system == "darwin" { // names there do not tell capitals from small letters
		p, dir = strings.ToLower(p), strings.ToLower(dir)
	}
	return p == dir || strings.HasPrefix(p, strings.TrimSuffix(dir, "/")+"/")
}
