package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/mauso3"
	"ankhai/storage"
)

// Faults of a row that what was sent before of the same person speaks against,
// although it is not the same.
const (
	refundCode = "HS-HOAN-TRA"   // pays for BHYT or voluntary BHXH, which is given back
	leaveCode  = "HS-NGHI-HUONG" // on leave with a benefit the whole month
)

// payAlone are the lists of people who are not paid for as workers.
var payAlone = []string{"D03-TS", "D05-TS", "MAU-SO-3"}

// accountLen is how many digits an account has at least.
const accountLen = 6

// checkOverlap looks at everybody who comes in by D02-LT: whether they pay for
// themselves elsewhere, and whether they are on a leave that was claimed.
func (o *Office) checkOverlap(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]form.Fault, error) {
	doc := docOf(docs, firstForm)
	if doc == nil {
		return nil, nil
	}
	var rows []said
	for _, s := range saidIn([]*form.Doc{doc}, d.Month) {
		if g := codes.Nhom(s.PhuongAn); s.PhuongAn != "ON" && g == codes.NhomTang || g == codes.NhomTruyDong {
			rows = append(rows, s)
		}
	}
	hits, err := o.store.SentAbout(ctx, d.MaSoThue, linesOf(rows), "")
	if err != nil {
		return nil, err
	}
	g := faultsByWords{}
	last := map[int]storage.LedgerHit{} // by row: what the person pays for alone
	for _, h := range hits {
		s := rows[h.Key]
		if h.DossierID == d.ID && !h.Carried {
			continue
		}
		if kind, tu, den, ok := daysOf(h.LedgerKey); ok {
			if tu <= s.Month.First() && s.Month.Last() <= den && !isLump(kind) {
				g.add(leaveCode, form.Nhac, firstForm, fmt.Sprintf("%s: người này nghỉ trọn tháng %s theo đề nghị %s trong %s. Xem lại tháng hoặc phương án", d02lt.TuThang.Label, s.Month, ledgerWords(h.LedgerKey), hitWords(h)), at(s.row, d02lt.TuThang.Column))
			}
			continue
		}
		if _, alone := payingAlone(h.LedgerKey); alone && h.Month >= last[h.Key].Month {
			last[h.Key] = h
		}
	}
	for k, s := range rows {
		h, ok := last[k]
		if gone, _ := payingAlone(h.LedgerKey); !ok || gone || hasAccount(d02lt.GhiChu.Get(doc.Rows[s.row-1])) {
			continue
		}
		g.add(refundCode, form.Nhac, firstForm, fmt.Sprintf("%s: người này đang đóng theo %s trong %s. Ghi số tài khoản, ngân hàng để nhận tiền hoàn trả vào Ghi chú", d02lt.GhiChu.Label, ledgerWords(h.LedgerKey), hitWords(h)), at(s.row, d02lt.GhiChu.Column))
	}
	return g.out, nil
}

// payingAlone tells of a line of the ledger whether it is of a list of people who take
// part in BHYT alone or in voluntary BHXH, and whether it takes them out.
func payingAlone(k storage.LedgerKey) (out, ok bool) {
	id, kind, named := strings.Cut(k.PhuongAn, ":")
	return strings.HasPrefix(kind, "G") || kind == mauso3.GiamNguoi, named && slices.Contains(payAlone, id)
}

// hasAccount reports whether a note has digits enough to be an account.
func hasAccount(note string) bool {
	run := 0
	for _, r := range note {
		if r < '0' || r > '9' {
			run = 0
			continue
		}
		if run++; run >= accountLen {
			return true
		}
	}
	return false
}
