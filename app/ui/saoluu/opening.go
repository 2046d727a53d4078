package saoluu

import (
	"context"
	"errors"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// file is one that was read through, with the secret that opens it.
type file struct {
	path string
	seen office.BackupSeen
	src  office.Sources
}

// wipe forgets the secret.
func (f file) wipe() {
	clear(f.src.Passphrase)
	clear(f.src.Recovery)
}

// open reads a file through, and asks for its passphrase or a recovery key where the key
// of the data here does not open it.
func (d *Desk) open(path string, then func(file)) {
	d.look(path, office.Sources{}, func(seen office.BackupSeen, err error) {
		passphrase, recovery := office.AsksFor(err)
		switch {
		case err == nil:
			then(file{path: path, seen: seen})
		case passphrase || recovery:
			AskSecret(d.host, Lock{path, seen.One, passphrase, recovery}, func(src office.Sources, told func(string)) { d.try(path, src, told, then) })
		default:
			d.host.Fail(err)
		}
	})
}

func (d *Desk) look(path string, src office.Sources, done func(office.BackupSeen, error)) {
	var seen office.BackupSeen
	d.host.Run("Đang đọc bản sao", func(ctx context.Context, _ task.Report) (err error) {
		seen, err = d.source.LookAtBackup(ctx, path, src)
		return err
	}, func(err error) { done(seen, err) })
}

// try reads a file with what was typed.
func (d *Desk) try(path string, src office.Sources, told func(wrong string), then func(file)) {
	d.look(path, src, func(seen office.BackupSeen, err error) {
		f := file{path, seen, src}
		switch {
		case err == nil:
			told("")
			then(f)
			return
		case errors.Is(err, office.ErrFilePass) || office.NeedsKey(err):
			told(office.Say(err))
		default:
			told("")
			d.host.Fail(err)
		}
		f.wipe()
	})
}
