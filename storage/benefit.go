package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"ankhai/forms/facts"
)

// BenefitState says how far a period of a benefit has come.
type BenefitState string

// The states: asked for, granted, refused.
const (
	DeNghi   BenefitState = "deNghi"
	DaDuyet  BenefitState = "daDuyet"
	BiTuChoi BenefitState = "biTuChoi"
)

// Say is the state in the user's words.
func (b BenefitState) Say() string {
	return map[BenefitState]string{DeNghi: "đề nghị", DaDuyet: "đã duyệt", BiTuChoi: "bị từ chối"}[b]
}

// BenefitSource says who told of a period.
type BenefitSource string

// The sources: a signed dossier, a person's own hand, a file of theirs, a result of
// the agency.
const (
	FromDossier BenefitSource = "hoSo"
	ByHand      BenefitSource = "nhapTay"
	FromFile    BenefitSource = "tep"
	FromAgency  BenefitSource = "coQuan"
)

// Say is the source in the user's words.
func (b BenefitSource) Say() string {
	return map[BenefitSource]string{FromDossier: "hồ sơ", ByHand: "nhập tay", FromFile: "nhập từ tệp", FromAgency: "kết quả của cơ quan BHXH"}[b]
}

// Benefit is a period of a benefit of one person.
type Benefit struct {
	facts.DotHuong
	Seq       int64  // given by the store
	Person    string // the store's number
	State     BenefitState
	Source    BenefitSource
	DossierID string // that asks for it, "" if none of ours does
	Form      string
	Row       int   // of the form, from 1; 0: none
	Dossier   State // where that dossier stands, "" if there is none; given by the store
	At        time.Time
}

// Counts reports whether the days of a period are used up: it was granted, or it is
// asked for and its dossier has been neither returned nor cancelled.
func (b Benefit) Counts() bool {
	return b.State == DaDuyet || b.State == DeNghi && b.Dossier != TraLai && b.Dossier != Huy
}

// Format shows the record's own number, whatever the verb.
func (b Benefit) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "đợt hưởng %d của %s", b.Seq, b.Person)
}

// PutBenefits keeps periods of people of an employer, in one transaction. A period
// that is known already (person, kind, days, child) is told anew: what a dossier
// asks for never takes back what was granted. ErrNotFound if one of the people is
// not the employer's.
func (s *Store) PutBenefits(ctx context.Context, mst string, all []Benefit) error {
	return s.write(ctx, "put benefits", func(tx *sql.Tx) error { return s.putBenefits(ctx, tx, mst, EmployerRef(mst), all) })
}

func (s *Store) putBenefits(ctx context.Context, tx *sql.Tx, mst, ref string, all []Benefit) error {
	if len(all) == 0 {
		return nil
	}
	put, err := tx.PrepareContext(ctx, `INSERT INTO benefits
			(person, che_do, tu_ngay, den_ngay, nua_ngay, sinh_con, truong_hop, state, nguon, dossier, form, dong, at)
		SELECT seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM people WHERE id = ? AND mst = ?
		ON CONFLICT (person, che_do, tu_ngay, den_ngay, sinh_con) DO UPDATE SET
			nua_ngay = CASE WHEN excluded.nguon = 'hoSo' AND state = 'daDuyet' THEN nua_ngay ELSE excluded.nua_ngay END,
			truong_hop = CASE WHEN excluded.truong_hop = '' THEN truong_hop ELSE excluded.truong_hop END,
			state = CASE WHEN excluded.nguon = 'hoSo' AND (state = 'daDuyet' OR dossier = excluded.dossier) THEN state ELSE excluded.state END,
			nguon = CASE WHEN excluded.nguon = 'hoSo' AND (state = 'daDuyet' OR dossier = excluded.dossier) THEN nguon ELSE excluded.nguon END,
			dossier = CASE WHEN excluded.dossier = '' THEN dossier ELSE excluded.dossier END,
			form = CASE WHEN excluded.dossier = '' THEN form ELSE excluded.form END,
			dong = CASE WHEN excluded.dossier = '' THEN dong ELSE excluded.dong END,
			at = excluded.at
		RETURNING seq`)
	if err != nil {
		return err
	}
	defer put.Close()
	now, people := s.now(), map[string]bool{}
	for i, b := range all {
		var seq int64
		if err := put.QueryRowContext(ctx, string(b.CheDo), int64(b.TuNgay), int64(b.DenNgay), b.NuaNgay, int64(b.NgaySinhCon), b.TruongHop,
			string(b.State), string(b.Source), b.DossierID, b.Form, b.Row, now, b.Person, mst).Scan(&seq); err != nil {
			return fmt.Errorf("period %d of %d: %w", i+1, len(all), err)
		}
		people[b.Person] = true
	}
	return s.recordDeed(ctx, tx, Deed{What: "cheDo.ghi", Ref: ref, People: len(people)})
}

// Benefits lists the periods of a person, earliest first; none for nobody.
func (s *Store) Benefits(ctx context.Context, person string) (out []Benefit, err error) {
	err = s.read(ctx, "read benefits of "+person, func(tx *sql.Tx) error {
		out, err = benefitsOf(ctx, tx, person)
		return err
	})
	return out, err
}

// BenefitsOf lists the periods of everybody whom an employer has ever had, by person and
// then earliest first.
func (s *Store) BenefitsOf(ctx context.Context, mst string) (out []Benefit, err error) {
	err = s.read(ctx, "read benefits", func(tx *sql.Tx) error {
		out, err = benefitsWhere(ctx, tx, `p.mst = ? ORDER BY p.seq, b.tu_ngay, b.che_do, b.seq`, mst)
		return err
	})
	return out, err
}

func benefitsOf(ctx context.Context, tx *sql.Tx, person string) ([]Benefit, error) {
	return benefitsWhere(ctx, tx, `p.id = ? ORDER BY b.tu_ngay, b.che_do, b.seq`, person)
}

func benefitsWhere(ctx context.Context, tx *sql.Tx, cond string, arg any) (out []Benefit, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var b Benefit
		var at int64
		err := scan(&b.Seq, &b.Person, (*string)(&b.CheDo), &b.TuNgay, &b.DenNgay, &b.NuaNgay, &b.NgaySinhCon, &b.TruongHop,
			(*string)(&b.State), (*string)(&b.Source), &b.DossierID, &b.Form, &b.Row, (*string)(&b.Dossier), &at)
		b.At = when(at)
		out = append(out, b)
		return err
	}, `SELECT b.seq, p.id, b.che_do, b.tu_ngay, b.den_ngay, b.nua_ngay, b.sinh_con, b.truong_hop, b.state, b.nguon, b.dossier, b.form, b.dong,
			coalesce((SELECT d.state FROM dossiers d WHERE d.id = b.dossier AND d.mst = p.mst), ''), b.at
		FROM benefits b JOIN people p ON p.seq = b.person WHERE `+cond, arg)
	return out, err
}

// SetBenefit says what became of a period: its state and, where half days are given,
// how many were granted. ErrNotFound if the person has no such period.
func (s *Store) SetBenefit(ctx context.Context, person string, seq int64, state BenefitState, halves int64) error {
	return s.write(ctx, "set benefit of "+person, func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, `UPDATE benefits SET state = ?, nguon = 'coQuan', nua_ngay = CASE WHEN ? > 0 THEN ? ELSE nua_ngay END, at = ?
			WHERE seq = ? AND person = (SELECT seq FROM people WHERE id = ?) RETURNING seq`,
			string(state), halves, halves, s.now(), seq, person).Scan(&seq); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "cheDo.ketQua", Ref: person, People: 1})
	})
}

// DropBenefit takes away a period that was told by mistake. ErrNotFound if the
// person has no such period, or a signed dossier asks for it.
func (s *Store) DropBenefit(ctx context.Context, person string, seq int64) error {
	return s.write(ctx, "drop benefit of "+person, func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, `DELETE FROM benefits WHERE seq = ? AND dossier = ''
			AND person = (SELECT seq FROM people WHERE id = ?) RETURNING seq`, seq, person).Scan(&seq); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "cheDo.bo", Ref: person, People: 1})
	})
}

// TakeBackBenefits makes periods of an employer's people what they were: those to be put
// stand again as they are given, days, state and source; those to be dropped go, unless
// a signed dossier asks for them. One transaction. ErrNotFound if somebody is not the
// employer's.
func (s *Store) TakeBackBenefits(ctx context.Context, mst string, put, drop []Benefit) error {
	return s.write(ctx, "take periods back", func(tx *sql.Tx) error {
		people := map[string]bool{}
		for _, b := range drop {
			people[b.Person] = true
			if _, err := tx.ExecContext(ctx, `DELETE FROM benefits WHERE dossier = '' AND che_do = ? AND tu_ngay = ? AND den_ngay = ? AND sinh_con = ?
				AND person = (SELECT seq FROM people WHERE id = ? AND mst = ?)`,
				string(b.CheDo), int64(b.TuNgay), int64(b.DenNgay), int64(b.NgaySinhCon), b.Person, mst); err != nil {
				return err
			}
		}
		for _, b := range put {
			people[b.Person] = true
			var seq int64
			if err := tx.QueryRowContext(ctx, `INSERT INTO benefits
					(person, che_do, tu_ngay, den_ngay, nua_ngay, sinh_con, truong_hop, state, nguon, dossier, form, dong, at)
				SELECT seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM people WHERE id = ? AND mst = ?
				ON CONFLICT (person, che_do, tu_ngay, den_ngay, sinh_con) DO UPDATE SET nua_ngay = excluded.nua_ngay, truong_hop = excluded.truong_hop,
					state = excluded.state, nguon = excluded.nguon, dossier = excluded.dossier, form = excluded.form, dong = excluded.dong, at = excluded.at
				RETURNING seq`, string(b.CheDo), int64(b.TuNgay), int64(b.DenNgay), b.NuaNgay, int64(b.NgaySinhCon), b.TruongHop,
				string(b.State), string(b.Source), b.DossierID, b.Form, b.Row, b.At.UnixMilli(), b.Person, mst).Scan(&seq); err != nil {
				return err
			}
		}
		return s.recordDeed(ctx, tx, Deed{What: "cheDo.layLai", Ref: EmployerRef(mst), People: len(people)})
	})
}
