package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"ankhai/forms/law"
)

// Notice is something that the agency told an employer through a gateway. It never
// changes; whether somebody has read it is kept apart.
type Notice struct {
	N          int64 // given by the store, ascending
	Ma         string
	Loai       string // C12, D09, KQ, TB
	TieuDe     string
	Luc        time.Time // when the agency made it
	MaDonVi    string
	Month      law.Month // 0 = of no month
	MaGiaoDich string    // of the dossier that it is about, "" for none
	LuuY       string    // what the gateway says of all its answers
	Gateway    string    // its address
	DossierID  string    // the dossier, "" where none is known
	At         time.Time // when it came; given by the store
	Read       time.Time // when somebody read it; zero for nobody
	Files      []NoticeFile
}

// NoticeFile is one document of a notice.
type NoticeFile struct {
	Ma, Name   string
	SHA256     string          // given by the store
	Bytes      []byte          // nil in lists
	Signatures json.RawMessage // as they were judged when it came
}

// NoticeFilter narrows a list of notices; its zero value takes all.
type NoticeFilter struct {
	Month  law.Month
	Loai   string
	Unread bool
}

// PutNotice keeps a notice with its files, all or nothing. One whose Ma the employer
// has already is not kept again: what was kept first is answered, and again is true.
// Of a dossier whose signed bytes are gone the files are not kept. ErrTooBig for a
// file above MaxReceived.
func (s *Store) PutNotice(ctx context.Context, mst string, n Notice) (kept Notice, again bool, err error) {
	what := "keep notice " + n.Ma
	for _, f := range n.Files {
		switch {
		case len(f.Bytes) > MaxReceived || len(f.Name) > 1024:
			return n, false, fmt.Errorf("%s: %w", what, ErrTooBig)
		case !utf8.ValidString(f.Name) || f.Name == "":
			return n, false, fmt.Errorf("%s: name of a file is empty or no UTF-8", what)
		}
	}
	err = s.write(ctx, what, func(tx *sql.Tx) error {
		if kept, err = oneNotice(ctx, tx, `n.mst = ? AND n.ma = ?`, mst, n.Ma); err == nil {
			again = true
			return nil
		} else if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		kept = n
		now := s.now()
		kept.At = when(now)
		var dossier int64
		erased := false
		if n.DossierID != "" {
			if err := tx.QueryRowContext(ctx, `SELECT d.seq, s.erased_at IS NOT NULL FROM dossiers d JOIN submissions s ON s.dossier = d.seq
				WHERE d.id = ? AND d.mst = ?`, n.DossierID, mst).Scan(&dossier, &erased); err != nil {
				return err
			}
		}
		if erased {
			kept.TieuDe, kept.Files = "", nil
		}
		if err := tx.QueryRowContext(ctx, `INSERT INTO notices (mst, ma, loai, tieu_de, luc, ma_don_vi, month, ma_giao_dich, luu_y, cong, at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
			mst, n.Ma, n.Loai, kept.TieuDe, n.Luc.UnixMilli(), n.MaDonVi, int64(n.Month), n.MaGiaoDich, n.LuuY, n.Gateway, now).Scan(&kept.N); err != nil {
			return err
		}
		for i := range kept.Files {
			f := &kept.Files[i]
			f.SHA256 = hash(f.Bytes)
			if _, err := tx.ExecContext(ctx, `INSERT INTO notice_files (notice, n, ma, name, sha256, bytes, chu_ky) VALUES (?, ?, ?, ?, ?, ?, ?)`,
				kept.N, i, f.Ma, f.Name, f.SHA256, blob(f.Bytes), string(f.Signatures)); err != nil {
				return err
			}
		}
		if dossier != 0 {
			if _, err := tx.ExecContext(ctx, `INSERT INTO notice_dossiers (notice, dossier, at) VALUES (?, ?, ?)`, kept.N, dossier, now); err != nil {
				return err
			}
		}
		return s.recordDeed(ctx, tx, Deed{What: "thongBao.nhan", Ref: fmt.Sprintf("%s %d %s %s", EmployerRef(mst), kept.N, n.Loai, n.Ma)})
	})
	return kept, again, err
}

// Notices lists what an employer was told, latest first, with the files but without
// their bytes.
func (s *Store) Notices(ctx context.Context, mst string, f NoticeFilter) (out []Notice, err error) {
	err = s.read(ctx, "list notices", func(tx *sql.Tx) error {
		out, err = noticesOf(ctx, tx, `n.mst = ?1 AND (?2 = 0 OR n.month = ?2) AND (?3 = '' OR n.loai = ?3) AND NOT (?4 AND r.at IS NOT NULL)`,
			mst, int64(f.Month), f.Loai, f.Unread)
		return err
	})
	return out, err
}

// Notice returns a notice with its files; ErrNotFound if the employer has none such,
// ErrDamaged if the bytes are not what came.
func (s *Store) Notice(ctx context.Context, mst string, n int64) (out Notice, err error) {
	err = s.read(ctx, "read notice", func(tx *sql.Tx) error {
		if out, err = oneNotice(ctx, tx, `n.mst = ? AND n.seq = ?`, mst, n); err != nil {
			return err
		}
		for i := range out.Files {
			f := &out.Files[i]
			if err := tx.QueryRowContext(ctx, `SELECT bytes FROM notice_files WHERE notice = ? AND n = ?`, n, i).Scan(&f.Bytes); err != nil {
				return err
			}
			if hash(f.Bytes) != f.SHA256 {
				return fmt.Errorf("%w: file %d of notice %d", ErrDamaged, i+1, n)
			}
		}
		return nil
	})
	return out, err
}

func oneNotice(ctx context.Context, tx *sql.Tx, cond string, args ...any) (Notice, error) {
	all, err := noticesOf(ctx, tx, cond, args...)
	if err != nil {
		return Notice{}, err
	}
	if len(all) == 0 {
		return Notice{}, sql.ErrNoRows
	}
	return all[0], nil
}

func noticesOf(ctx context.Context, tx *sql.Tx, cond string, args ...any) (out []Notice, err error) {
	const from = ` FROM notices n LEFT JOIN notice_reads r ON r.notice = n.seq
		LEFT JOIN notice_dossiers t ON t.notice = n.seq LEFT JOIN dossiers d ON d.seq = t.dossier`
	at := map[int64]int{}
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var n Notice
		var made, came int64
		var read *int64
		err := scan(&n.N, &n.Ma, &n.Loai, &n.TieuDe, &made, &n.MaDonVi, &n.Month, &n.MaGiaoDich, &n.LuuY, &n.Gateway, &came, &read, &n.DossierID)
		n.Luc, n.At = when(made), when(came)
		if read != nil {
			n.Read = when(*read)
		}
		at[n.N] = len(out)
		out = append(out, n)
		return err
	}, `SELECT n.seq, n.ma, n.loai, n.tieu_de, n.luc, n.ma_don_vi, n.month, n.ma_giao_dich, n.luu_y, n.cong, n.at, r.at, coalesce(d.id, '')`+
		from+` WHERE `+cond+` ORDER BY n.luc DESC, n.seq DESC`, args...)
	if err != nil || len(out) == 0 {
		return out, err
	}
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var of int64
		var f NoticeFile
		err := scan(&of, &f.Ma, &f.Name, &f.SHA256, (*[]byte)(&f.Signatures))
		out[at[of]].Files = append(out[at[of]].Files, f)
		return err
	}, `SELECT f.notice, f.ma, f.name, f.sha256, f.chu_ky FROM notice_files f WHERE f.notice IN (SELECT n.seq`+from+` WHERE `+cond+`)
		ORDER BY f.notice, f.n`, args...)
	return out, err
}
