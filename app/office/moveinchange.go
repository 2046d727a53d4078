package office

import (
	"cmp"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/storage"
)

// movedInSource begins the source of every month that files of other programs told.
const movedInSource = "lịch sử chuyển vào: "

func movedInLine(h storage.Held) bool { return strings.HasPrefix(h.Source, movedInSource) }

// openWords say why a month stays open.
var openWords = map[string]string{
	lichsu.KhacTrang: "các tệp nói trái nhau",
	lichsu.ThieuTang: "đã giảm rồi lại có mặt, không tệp nào báo tăng",
	lichsu.HetHan:    "hết hạn đã khai, không tệp nào nói tiếp",
	lichsu.Vang:      "vắng trong bảng lương, không tệp nào báo giảm",
	lichsu.KhacBang:  "bảng lương nói khác điều đã khai",
}

func sourceOfMoc(m lichsu.Moc) string {
	if why, ok := openWords[m.Nguon]; ok {
		return movedInSource + "chưa rõ, " + why + " (" + m.Nguon + ")"
	}
	return movedInSource + m.Nguon
}

// changesOf compares what was built, with who each person is, with what stands in the
// store. others counts people of whom nothing can be written.
func changesOf(built []lichsu.Nguoi, who []facts.NguoiLaoDong, stand [][]storage.Held) (past []storage.Past, people []MovedPerson, others int) {
	people = []MovedPerson{}
	known := map[string][]storage.Held{}
	for _, h := range stand {
		known[h[0].Who.ID] = h
	}
	add := func(ai facts.NguoiLaoDong, moc []lichsu.Moc, old []storage.Held) {
		p := storage.Past{Who: ai}
		months := differ(&p, moc, old)
		same := len(old) > 0 && identityOf(ai) == identityOf(old[0].Who)
		if same && len(p.Lines)+len(p.Drop) == 0 {
			return
		}
		if !same || len(months) > 0 {
			people = append(people, MovedPerson{ID: ai.ID, HoTen: ai.HoTen, So: cmp.Or(ai.MaSoBHXH, ai.SoCCCD),
				New: ai.ID == "", Gone: p.NoMore, Months: months, at: len(past)})
		}
		past = append(past, p)
	}
	spoken := map[string]bool{}
	for i, n := range built {
		if ai := who[i]; ai.ID != "" || len(n.Moc) > 0 {
			spoken[ai.ID] = true
			add(ai, n.Moc, known[ai.ID])
		} else {
			others++
		}
	}
	for _, h := range stand {
		if who := h[0].Who; !spoken[who.ID] {
			add(who, nil, h)
		}
	}
	return past, people, others
}

// differ fills in what is to be written of a person and lists it. A month that the
// program has of itself is passed over.
func differ(p *storage.Past, moc []lichsu.Moc, old []storage.Held) []MovedMonth {
	out := []MovedMonth{}
	by, built, own := map[law.Month]storage.Held{}, map[law.Month]bool{}, 0
	for _, h := range old {
		by[h.Who.TuThang] = h
		if !movedInLine(h) {
			own++
		}
	}
	for _, m := range moc {
		month := m.TuThang
		built[month] = true
		was, has := by[month]
		if has && !movedInLine(was) {
			continue
		}
		now := storage.Held{Who: dated(p.Who, m.NguoiLaoDong), Source: sourceOfMoc(m)}
		same := has && datedOf(was.Who) == datedOf(now.Who)
		if same && was.Source == now.Source {
			continue
		}
		p.Lines = append(p.Lines, now)
		if !same {
			x := MovedMonth{Month: month.ISO(), To: lichsu.TrangLuong(now.Who), Source: now.Source}
			if has {
				x.From = lichsu.TrangLuong(was.Who)
			}
			out = append(out, x)
		}
	}
	for _, h := range old {
		if movedInLine(h) && !built[h.Who.TuThang] {
			p.Drop = append(p.Drop, h.Who.TuThang)
			out = append(out, MovedMonth{Month: h.Who.TuThang.ISO(), From: lichsu.TrangLuong(h.Who), Source: h.Source})
		}
	}
	p.NoMore = len(moc) == 0 && own == 0 && len(old) > 0
	return out
}

// dated puts how somebody stands in a month to who they are.
func dated(who, m facts.NguoiLaoDong) facts.NguoiLaoDong {
	who.TrangThai, who.TuThang, who.PhongBan, who.ChucDanh, who.NoiLamViec = m.TrangThai, m.TuThang, m.PhongBan, m.ChucDanh, m.NoiLamViec
	who.HopDong, who.Luong, who.Vung = m.HopDong, m.Luong, m.Vung
	return who
}

// datedOf and identityOf are the two halves of a record.
func datedOf(p facts.NguoiLaoDong) facts.NguoiLaoDong { return dated(facts.NguoiLaoDong{}, p) }

func identityOf(p facts.NguoiLaoDong) facts.NguoiLaoDong { return dated(p, facts.NguoiLaoDong{}) }
