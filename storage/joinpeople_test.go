package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// twoRecords is one woman in two records: the second came in under another số CCCD, with
// a raise of her own, a period that both have and one that only it has.
func twoRecords(t *testing.T, s *Store) (a, b facts.NguoiLaoDong) {
	t.Helper()
	a = facts.NguoiLaoDong{MaNV: "BM1", HoTen: "Lê Thị Ca", MaSoBHXH: "7900000919", SoCCCD: "079195000009", NgaySinh: 19951010, TrangThai: facts.DangDong, TuThang: 202501,
		Luong: facts.Luong{Known: true, MucLuong: 6_000_000}}
	b = a
	b.MaSoBHXH, b.SoCCCD, b.TuThang, b.Luong.MucLuong = "7900000920", "079195000008", 202610, 6_500_000
	put := func(n *facts.NguoiLaoDong) {
		one := []facts.NguoiLaoDong{*n}
		must(t, s.PutPeople(ctx, mst, one, "bảng lương"))
		n.ID = one[0].ID
	}
	put(&a)
	put(&b)
	left := a
	left.TuThang, left.TrangThai = 202610, facts.DaNghi
	put(&left)
	b.DanToc = "01"
	b.TuThang, b.Luong.MucLuong = 202611, 7_000_000
	put(&b)
	asked := []Benefit{leave(a.ID, facts.OmDau, 20261102, 20261103, 4), leave(b.ID, facts.OmDau, 20261109, 20261110, 4)}
	asked[0].State, asked[1].State = DeNghi, DeNghi
	must(t, s.PutBenefits(ctx, mst, asked))
	granted := leave(b.ID, facts.OmDau, 20261102, 20261103, 4)
	granted.State = DaDuyet
	must(t, s.PutBenefits(ctx, mst, []Benefit{granted}))
	must(t, s.PutCareer(ctx, a.ID, Career{Heavy: ptr(true)}))
	must(t, s.PutCareer(ctx, b.ID, Career{MonthsBefore: ptr(int64(24))}))
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{b.ID: {ChuHo: "Lê Văn Chủ"}}, "HS000001"))
	_, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "la-nguoi", Line: json.RawMessage(`{"hoTen":"Lê Thị Ca"}`), Person: b.ID})
	must(t, err)
	must(t, s.KeepApart(ctx, mst, a.ID, b.ID))
	return a, b
}

// told is everything that is held of the employer's people, to be compared: not the
// numbers by which the store orders it, nor dân tộc, which no join keeps.
func told(t *testing.T, s *Store) string {
	t.Helper()
	var out []string
	for _, q := range []string{
		`SELECT id, ` + identityColumns + ` FROM people`,
		`SELECT p.id, ` + heldColumns + ` FROM history h JOIN people p ON p.seq = h.person`,
		`SELECT p.id, at, who, nguon, data FROM people_past c JOIN people p ON p.seq = c.person`,
		`SELECT p.id, ` + benefitColumns + ` FROM benefits b JOIN people p ON p.seq = b.person`,
		`SELECT p.id, thang_dong, nang_nhoc FROM careers c JOIN people p ON p.seq = c.person`,
		`SELECT p.id, data, nguon FROM households h JOIN people p ON p.seq = h.person`,
		`SELECT p.id, decision, la FROM decision_people l JOIN people p ON p.seq = l.person`,
		`SELECT p.id, gone, data FROM people_merges j JOIN people p ON p.seq = j.person`,
		`SELECT a.id, b.id FROM people_apart x JOIN people a ON a.seq = x.a JOIN people b ON b.seq = x.b`,
	} {
		columns, _, _ := strings.Cut(strings.TrimPrefix(q, "SELECT "), " FROM")
		found, err := values(ctx, s.r, columns, q)
		must(t, err)
		lines := []string{}
		for _, row := range found {
			lines = append(lines, fmt.Sprintf("%.20s %v", columns, row))
		}
		slices.Sort(lines)
		out = append(out, lines...)
	}
	return strings.Join(out, "\n")
}

func TestJoinPeople(t *testing.T) {
	s := start(t)
	a, b := twoRecords(t, s)
	before := told(t, s)
	id, err := s.JoinPeople(ctx, mst, Join{Keep: a.ID, Gone: b.ID, Identity: a, Theirs: []law.Month{202610}})
	must(t, err)

	history, err := s.History(ctx, a.ID)
	must(t, err)
	got := ""
	for _, h := range history {
		got += fmt.Sprintf("%s %s %d\n", h.TuThang.ISO(), h.TrangThai, h.Luong.MucLuong)
	}
	want(t, "history", got, "2025-01 dangDong 6000000\n2026-10 dangDong 6500000\n2026-11 dangDong 7000000\n")
	if _, err := s.Person(ctx, b.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("the record that went: %v", err)
	}
	benefits, err := s.Benefits(ctx, a.ID)
	must(t, err)
	got = ""
	for _, x := range benefits {
		got += fmt.Sprintf("%s %s\n", x.TuNgay, x.State)
	}
	want(t, "periods", got, "02/11/2026 daDuyet\n09/11/2026 deNghi\n")
	career, err := s.Career(ctx, a.ID)
	must(t, err)
	want(t, "career", fmt.Sprintln(*career.MonthsBefore, *career.Heavy), "24 true\n")
	home, err := s.Household(ctx, a.ID)
	must(t, err)
	want(t, "household", home.ChuHo, "Lê Văn Chủ")
	all, err := s.Decisions(ctx, mst)
	must(t, err)
	want(t, "whose the line is", all[0].Person, a.ID)
	subject, err := s.Subject(ctx, a.ID)
	must(t, err)
	want(t, "numbers by which the dossiers of both are found", fmt.Sprintln(len(subject.Corrections), subject.Corrections[0].Was.SoCCCD, subject.Corrections[0].Source), "2 079195000008 gộp "+b.ID+"\n")
	pairs, err := s.Apart(ctx, mst)
	must(t, err)
	want(t, "told apart", len(pairs), 0)
	var kept string
	must(t, s.r.QueryRow(`SELECT data ->> '$.gone.identity[8]' FROM people_merges`).Scan(&kept))
	want(t, "dân tộc kept a second time", kept, "")
	joins, err := s.JoinedPeople(ctx, mst)
	must(t, err)
	want(t, "joins", fmt.Sprintln(len(joins), joins[0].ID == id, joins[0].Keep, joins[0].Gone), "1 true "+a.ID+" "+b.ID+"\n")

	j, err := s.PartPeople(ctx, mst, id)
	must(t, err)
	want(t, "who came back", j.Gone, b.ID)
	must(t, s.KeepApart(ctx, mst, a.ID, b.ID))
	if after := told(t, s); after != before {
		t.Errorf("parted again:\n%s\nbefore:\n%s", after, before)
	}
	if _, err := s.PartPeople(ctx, mst, id); !errors.Is(err, ErrNotFound) {
		t.Errorf("twice: %v", err)
	}
	_, err = s.VerifyJournal(ctx)
	must(t, err)
}

// What changed after the join stays with who was kept.
func TestPartKeepsWhatChangedSince(t *testing.T) {
	s := start(t)
	a, b := twoRecords(t, s)
	id, err := s.JoinPeople(ctx, mst, Join{Keep: a.ID, Gone: b.ID, Identity: b})
	must(t, err)
	now, err := s.Person(ctx, a.ID)
	must(t, err)
	want(t, "identity", now.SoCCCD, b.SoCCCD)
	now.DienThoai, now.TuThang, now.Luong.MucLuong = "0912345678", 202612, 8_000_000
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{now}, "sửa tay"))
	_, err = s.PartPeople(ctx, mst, id)
	must(t, err)
	history, err := s.History(ctx, a.ID)
	must(t, err)
	want(t, "who was kept", fmt.Sprintln(len(history), history[0].SoCCCD, history[0].DienThoai, history[2].TuThang, history[2].Luong.MucLuong), "3 079195000009 0912345678 12/2026 8000000\n")
	back, err := s.History(ctx, b.ID)
	must(t, err)
	want(t, "who went", fmt.Sprintln(len(back), back[0].SoCCCD, back[0].DienThoai), "2 079195000008 \n")
}

// Of three records the last join is taken back first.
func TestJoinsArePartedInOrder(t *testing.T) {
	s := start(t)
	a, b := twoRecords(t, s)
	c := []facts.NguoiLaoDong{a}
	c[0].ID, c[0].SoCCCD, c[0].TuThang = "", "079195000007", 202609
	must(t, s.PutPeople(ctx, mst, c, "bảng lương"))
	before := told(t, s)
	one, err := s.JoinPeople(ctx, mst, Join{Keep: b.ID, Gone: c[0].ID, Identity: b})
	must(t, err)
	between := told(t, s)
	two, err := s.JoinPeople(ctx, mst, Join{Keep: a.ID, Gone: b.ID, Identity: a})
	must(t, err)
	if _, err := s.PartPeople(ctx, mst, one); !errors.Is(err, ErrJoinedLate) {
		t.Errorf("the first one first: %v", err)
	}
	_, err = s.PartPeople(ctx, mst, two)
	must(t, err)
	must(t, s.KeepApart(ctx, mst, a.ID, b.ID))
	if after := told(t, s); after != between {
		t.Errorf("parted once:\n%s\nwant:\n%s", after, between)
	}
	_, err = s.PartPeople(ctx, mst, one)
	must(t, err)
	if after := told(t, s); after != before {
		t.Errorf("parted twice:\n%s\nwant:\n%s", after, before)
	}
}

func TestJoinRefuses(t *testing.T) {
	s := start(t)
	a, _ := twoRecords(t, s)
	for _, x := range []struct {
		keep, gone string
		want       error
	}{{a.ID, a.ID, ErrSamePerson}, {a.ID, "NLD000099", ErrNotFound}} {
		if _, err := s.JoinPeople(ctx, mst, Join{Keep: x.keep, Gone: x.gone, Identity: a}); !errors.Is(err, x.want) {
			t.Errorf("%s and %s: %v", x.keep, x.gone, err)
		}
	}
	before := told(t, s)
	must(t, s.AskAgain(ctx, mst, "NLD000002", a.ID))
	if err := s.AskAgain(ctx, mst, "NLD000002", a.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("nothing to forget: %v", err)
	}
	must(t, s.KeepApart(ctx, mst, "NLD000002", a.ID))
	want(t, "as before", told(t, s), before)
}
