package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/storage"
)

// BackupState is how things stand with backups, for every face.
type BackupState struct {
	Level   Level            // the light
	Say     string           // one line: the last good backup, its age and place
	Trouble string           // what went wrong last, "" if nothing did
	Last    *storage.Backup  // nil if there is none
	All     []storage.Backup // newest first
	Bad     []string         // that could not be read back, by path
	Dir     string           // where they lie
	Other   string           // the user's second place, "" if there is none
}

// How old the last good backup may be before the light changes: two days, a week.
const (
	backupYellow = 48 * time.Hour
	backupRed    = 7 * 24 * time.Hour
)

// Backups tells how things stand with backups.
func (o *Office) Backups(ctx context.Context) (s BackupState, err error) {
	h := o.shelf()
	s.Dir = h.Dir
	if s.All, err = h.List(); err != nil {
		return s, err
	}
	if s.Bad, err = h.Bad(); err != nil {
		return s, err
	}
	var last tried
	if err := o.setting(ctx, triedSetting, &last); err != nil {
		return s, err
	}
	p, ok, err := o.otherPlace(ctx)
	if err != nil {
		return s, err
	}
	s.judge(o.now(), last)
	if ok {
		s.Other = p.Dir
		s.Say += " · nơi thứ hai: " + p.Dir
		if p.Tried.Why != "" {
			s.worse(Yellow)
			s.Trouble = join(s.Trouble, "Nơi sao lưu thứ hai "+p.Dir+": "+p.Tried.Why)
		}
	}
	if o.viewOnly {
		s.worse(Yellow)
		s.Trouble = join(s.Trouble, ViewOnlySay)
	}
	return s, nil
}

// judge looks at the newest backup and at the last attempt.
func (s *BackupState) judge(now time.Time, last tried) {
	s.Level = Green
	if len(s.All) == 0 {
		s.Say = "Chưa có bản sao lưu nào"
		s.worse(Yellow)
	} else {
		b := s.All[0]
		s.Last = &b
		s.Say = fmt.Sprintf("Sao lưu gần nhất: %s (%s), %s", clockWords(b.At), ageWords(now, b.At), sizeWords(b.Bytes))
		switch age := now.Sub(b.At); {
		case age >= backupRed || age <= -backupRed:
			s.worse(Red)
		case age >= backupYellow || age <= -backupYellow:
			s.worse(Yellow)
		}
	}
	if last.Why != "" {
		s.Trouble = fmt.Sprintf("Lần sao lưu lúc %s không được: %s", clockWords(last.At), last.Why)
		if s.Level != Green || s.Last == nil {
			s.worse(Red)
		}
		s.worse(Yellow)
	}
}

func (s *BackupState) worse(l Level) {
	if s.Level == Green || l == Red {
		s.Level = l
	}
}

// BackupWords are a backup's moment and size.
func BackupWords(b storage.Backup) string { return clockWords(b.At) + " · " + sizeWords(b.Bytes) }

// setting reads a setting that may not be there.
func (o *Office) setting(ctx context.Context, key string, v any) error {
	err := o.store.Setting(ctx, key, v)
	if missing(err) {
		err = nil
	}
	return err
}

// ageWords say how long ago something was, by calendar days in Vietnam.
func ageWords(now, then time.Time) string {
	switch days := dayIn(now).Sub(dayIn(then)); {
	case days < 0:
		return "ngày ở phía trước, đồng hồ có thể sai"
	case days == 0:
		return "hôm nay"
	case days == 1:
		return "hôm qua"
	default:
		return fmt.Sprintf("%d ngày trước", days)
	}
}

// SizeWords are bytes for a person: "1,2 MB".
func SizeWords(n int64) string { return sizeWords(n) }

// sizeWords are bytes for a person: "1,2 MB".
func sizeWords(n int64) string {
	switch {
	case n >= 1<<30:
		return decimal(n, 1<<30) + " GB"
	case n >= 1<<20:
		return decimal(n, 1<<20) + " MB"
	}
	return fmt.Sprintf("%d KB", (n+1023)>>10)
}

func decimal(n, unit int64) string { return fmt.Sprintf("%d,%d", n/unit, n%unit*10/unit) }

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}
