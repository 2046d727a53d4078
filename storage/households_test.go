package storage

import (
	"errors"
	"testing"

	"ankhai/forms/facts"
)

// A household is known as it was last declared; the same again is no new one.
func TestHouseholds(t *testing.T) {
	s := start(t)
	all := invented(2, 202610)
	must(t, s.PutPeople(ctx, mst, all, "bảng lương 10/2026"))
	if _, err := s.Household(ctx, all[0].ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody declared one: %v", err)
	}
	h := facts.HoGiaDinh{ChuHo: "Lê Văn Chủ", MaXa: "00097", MaTinh: "01", ThanhVien: []facts.ThanhVien{{HoTen: "Lê Văn Chủ", QuanHe: "00", NgaySinh: 19700101}}}
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{all[0].ID: h, all[1].ID: h}, "HS000001"))
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{all[0].ID: h}, "HS000002"))
	got, err := s.Household(ctx, all[0].ID)
	must(t, err)
	want(t, "the same again", got.Source, "HS000001")
	h.ThanhVien = append(h.ThanhVien, facts.ThanhVien{HoTen: "Lê Thị Con", QuanHe: "08", NgaySinh: 20200101})
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{all[0].ID: h}, "HS000003"))
	got, err = s.Household(ctx, all[0].ID)
	must(t, err)
	want(t, "members", len(got.ThanhVien), 2)
	want(t, "from", got.Source, "HS000003")
	subject, err := s.Subject(ctx, all[0].ID)
	must(t, err)
	want(t, "held of the person", subject.Household.ChuHo, "Lê Văn Chủ")
	if err := s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{"NLD999999": h}, "HS000003"); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
}
