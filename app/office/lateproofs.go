package office

import (
	"slices"
	"sort"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/d01ts"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/services"
)

const lateTitle = "Bảng kê giấy tờ của người báo muộn"

// Late reports whether a proposal in a dossier of a month speaks of a month that has
// passed: arrears and refunds, and whatever begins earlier or may have; not an increase
// that is still within the days which the law gives from the contract's first day.
func Late(p payroll.DeXuat, month law.Month, today law.Day) bool {
	group := codes.Nhom(p.PhuongAn)
	switch {
	case p.PhuongAn == "" || p.Loai != "":
		return false
	case group == codes.NhomTruyDong || group == codes.NhomThoaiThu:
		return true
	case since(p) >= month:
		return false
	}
	from := p.Nguoi.HopDong.Tu
	return group != codes.NhomTang || p.PhuongAn == "ON" || from == 0 || today >= from.Add(int(law.HanBaoTang(from)))
}

// since is the month from which a proposal holds, 0 where somebody must still say.
func since(p payroll.DeXuat) law.Month {
	if slices.Contains(p.Unknown, payroll.TuThang) {
		return 0
	}
	return p.TuThang
}

// lateProofs is the D01-TS for those who are declared late: a row for each paper that
// is customary for their phương án, with the sentence that tells from when and what.
// What a paper's number and days are stays open. nil where the procedure takes no such
// list, or nobody is late.
func (o *Office) lateProofs(dv facts.DonVi, procedure string, month law.Month, ps []payroll.DeXuat) *form.Doc {
	f := form.Of("D01-TS")
	taken, ok := services.Procedure(procedure)
	if f == nil || !ok || !slices.Contains(slices.Concat(taken.BatBuoc, taken.MotTrong, taken.DuocKem), f.ID) {
		return nil
	}
	doc := form.New(f)
	doc.Head = d01ts.Dau(dv, lateTitle, "D02-LT "+month.String(), "", o.Today())
	for _, p := range ps {
		if Late(p, month, o.Today()) {
			doc.Rows = append(doc.Rows, d01ts.Cac(p.Nguoi, dv, p.PhuongAn, since(p))...)
		}
	}
	if len(doc.Rows) == 0 {
		return nil
	}
	return doc
}

// correctionWord begins the request to correct who somebody is.
const correctionWord = "Điều chỉnh "

// identityRequest is item [16] of a TK1-TS that corrects what the agency knows.
func identityRequest(p payroll.DeXuat) string {
	keys := make([]string, 0, len(p.New))
	for k := range p.New {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	words := make([]string, 0, len(keys))
	for _, k := range keys {
		words = append(words, FactName(k)+" "+value(p.Old[k])+" thành "+value(p.New[k]))
	}
	return correctionWord + strings.Join(words, ", ")
}
