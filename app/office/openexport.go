package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"ankhai/forms/form"
	"ankhai/storage"
)

// OpenWarning is said before an open export is written: who asks for one must know
// that anybody can read it.
const OpenWarning = "Bản xuất mở không mã hoá: ai có tệp cũng đọc được họ tên, số định danh, tiền lương, giấy tờ của người lao động. Cất nơi an toàn, gửi đúng người, xoá khi xong việc."

// openOptions say which settings go along with an employer: what it chose, and what
// the program remembers of its dossiers. Accounts, keys, tokens and the places of this
// computer stay.
func openOptions() storage.OpenOptions {
	return storage.OpenOptions{
		Settings: []string{gatewaySetting, ivanSetting, openPoints, openedBy, stepsSetting, followedSetting},
		Common:   []string{figuresSetting, calendarSetting},
		Roster:   []string{followedSetting},
		Words:    columnWords(),
	}
}

// columnWords finds the words over a column of a form, in any version of it.
func columnWords() func(id, table, tag string) string {
	byID := sync.OnceValue(func() map[string][]*form.Form {
		out := map[string][]*form.Form{}
		for _, f := range form.Forms() {
			out[f.ID] = append(out[f.ID], f)
		}
		return out
	})
	return func(id, table, tag string) string {
		for _, f := range byID()[id] {
			t := f.Table
			switch table {
			case "":
			case headPlace:
				t = f.Head
			default:
				t = f.Sub(table)
			}
			if t == nil {
				continue
			}
			if c := t.Column(tag); c != nil {
				return c.Label
			}
		}
		return ""
	}
}

// OpenExport writes everything of one employer into a folder, or a ZIP if path ends
// so, that any program and any person can read: JSON, CSV, the files, and words for
// all of it in Vietnamese and English; see docs/dinh-dang/du-lieu-mo.md. Nothing in it
// is encrypted: show OpenWarning first. It is journalled. storage.ErrExists if path is
// taken, storage.ErrNotFound if there is no such employer.
func (o *Office) OpenExport(ctx context.Context, mst, path string) (storage.OpenInfo, error) {
	return o.store.WriteOpen(ctx, path, mst, openOptions())
}

// OpenExportAll writes an open export of every employer, each into a folder of its own
// below dir that is called by its tax code; packed makes ZIPs of them. What was
// written before an error stays.
func (o *Office) OpenExportAll(ctx context.Context, dir string, packed bool) (out []storage.OpenInfo, err error) {
	all, err := o.store.DonVis(ctx)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("open export: %w", ErrNoCompany)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open export: %w", err)
	}
	for _, dv := range all {
		name := filepath.Join(dir, filepath.Base(dv.MaSoThue))
		if packed {
			name += ".zip"
		}
		info, err := o.OpenExport(ctx, dv.MaSoThue, name)
		if err != nil {
			return out, err
		}
		out = append(out, info)
	}
	return out, nil
}

// TakenOpen is what came of TakeOpen.
type TakenOpen struct {
	storage.OpenTaken
	Gateway string // where the employer's dossiers go from here, as the export says; "" if it does not
}

// TakeOpen takes an employer in from an open export, a folder or a ZIP. It is trusted
// with nothing: what is wrong comes back as storage.OpenFaults, all of it, and nothing
// is written then. With check nothing is written at all. An employer that is here is
// refused, unless replace says that what is not signed gives way to the export; then
// everything as it stands is backed up first.
//
// What was sent stays sent; what waited to be sent is in doubt here, and goes out only
// when a person has decided so: see Received and Resend. storage.ErrNotOpen if there
// is no open export at path.
func (o *Office) TakeOpen(ctx context.Context, path string, check, replace bool) (out TakenOpen, err error) {
	out.OpenTaken, err = o.store.TakeOpen(ctx, path, storage.OpenTake{OpenOptions: openOptions(), Replace: replace, Check: check,
		Before: func() error { _, _, err := o.BackUpNow(ctx); return err }})
	if err != nil || check {
		return out, err
	}
	if out.Gateway, err = o.savedGateway(ctx, out.Info.MST); err != nil {
		return out, err
	}
	return out, o.pickCompany(ctx)
}

// OpenFaults are the faults of an open export that was refused, nil for any other
// error.
func OpenFaults(err error) storage.OpenFaults {
	var f storage.OpenFaults
	errors.As(err, &f)
	return f
}
