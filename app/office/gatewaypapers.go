package office

import (
	"context"
	"fmt"
	"path"
	"strings"
	"sync"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/signing"
	"ankhai/signing/pdfsig"
)

// practiceNotice stands in the notices that the practice gateway prints, and in the
// reason of its signatures.
const practiceNotice = "CỔNG THỰC HÀNH – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"

// GatewayPapers makes the papers of the practice gateway's notices: the statement
// C12-TS and the list D09-TS of a month, C70a-HD of a claim, and the notice of a
// result or a return, each as a PDF that the practice agency signs. now is the
// gateway's clock; key is asked until it gives one, and then no more.
func GatewayPapers(now func() time.Time, key func() (signing.Key, error)) func(sandbox.Task) ([]sandbox.Paper, error) {
	var mu sync.Mutex
	var have signing.Key
	open := func() (k signing.Key, err error) {
		mu.Lock()
		defer mu.Unlock()
		if have == nil {
			have, err = key() // a full disk that is mended is asked again
		}
		return have, err
	}
	return func(task sandbox.Task) ([]sandbox.Paper, error) {
		k, err := open()
		if err != nil {
			return nil, err
		}
		drawn, err := drawnPapers(task)
		if err != nil {
			return nil, fmt.Errorf("draw papers of a notice: %w", err)
		}
		var out []sandbox.Paper
		for _, d := range drawn {
			pdf, err := print.PDF(d.doc, d.paper, print.Options{Made: task.Notice.Luc.In(vietnam), Title: d.ten, Author: practiceNotice})
			if err != nil {
				return nil, fmt.Errorf("draw %s: %w", d.file, err)
			}
			signed, err := pdfsig.Sign(context.Background(), pdf, k, pdfsig.Options{Time: now(), Reason: practiceNotice})
			if err != nil {
				return nil, fmt.Errorf("sign %s: %w", d.file, err)
			}
			out = append(out, sandbox.Paper{Ma: d.ma, Ten: d.ten + " (thực hành)", TenFile: d.file + ".pdf", Bytes: signed})
		}
		return out, nil
	}
}

// drawnPaper is a paper before it is printed.
type drawnPaper struct {
	ma, ten, file string
	doc           *form.Doc
	paper         *form.Paper
}

func drawnPapers(task sandbox.Task) ([]drawnPaper, error) {
	n := task.Notice
	switch {
	case n.Loai == sandbox.LoaiC12:
		doc, err := practiceC12(task)
		return []drawnPaper{{"C12-TS", n.TieuDe, "c12-ts-" + n.Thang, doc, newestPaper(doc.Form)}}, err
	case n.Loai == sandbox.LoaiD09:
		doc, err := practiceD09(task)
		return []drawnPaper{{"D09-TS", n.TieuDe, "d09-ts-" + n.Thang, doc, newestPaper(doc.Form)}}, err
	case task.Dossier == nil:
		return nil, nil
	}
	out := []drawnPaper{resultPaper(task)}
	if len(task.Dossier.TraLai) == 0 {
		for _, f := range task.Files {
			if doc := practiceC70a(task, f); doc != nil {
				out = append(out, drawnPaper{"C70a-HD", "C70a-HD của " + path.Base(f.TenFile), "c70a-hd", doc, newestPaper(doc.Form)})
			}
		}
	}
	return out, nil
}

func newestPaper(f *form.Form) *form.Paper { return &f.Papers[len(f.Papers)-1] }

// resultPaper is the notice of a result or a return. No official layout of it is
// known: it says what the gateway knows, in lines.
func resultPaper(task sandbox.Task) drawnPaper {
	sub := task.Dossier
	title, file := "THÔNG BÁO KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "thong-bao-ket-qua"
	if len(sub.TraLai) > 0 {
		title, file = "THÔNG BÁO TRẢ LẠI HỒ SƠ", "thong-bao-tra-lai"
	}
	line := func(words string) form.Line { return form.Line{Before: 8, Segs: []form.Seg{form.T(words)}} }
	lines := []form.Line{
		{Align: form.Center, Segs: []form.Seg{form.B(practiceNotice)}},
		{Align: form.Center, Before: 20, Segs: []form.Seg{form.B(title).Sized(150)}},
		line("Số hồ sơ: " + sub.SoHoSo),
		line("Đơn vị: " + sub.TenDonVi + ", mã đơn vị " + sub.MaDonVi + ", mã số thuế " + sub.MaSoThue),
		line("Thủ tục: " + strings.TrimSpace(sub.MaThuTuc+" "+sub.TenThuTuc) + ", kỳ " + sub.KyKeKhai),
		line("Tiếp nhận lúc " + sub.ThoiGian.In(vietnam).Format("15:04 02/01/2006")),
		line("Ngày ra thông báo: " + dayIn(task.Notice.Luc).String()),
	}
	for _, f := range sub.TraLai {
		lines = append(lines, line("– Lý do "+f.Ma+": "+f.ThongBao))
	}
	for _, g := range sub.Cap {
		lines = append(lines, line("– Đã cấp: "+strings.TrimSpace(g.Ma+" "+g.HoTen)))
	}
	for _, f := range sub.Tep {
		lines = append(lines, line("– Tệp của hồ sơ: "+f.TenFile))
	}
	if sub.NguoiXet != "" {
		lines = append(lines, line("Người giải quyết: "+sub.NguoiXet))
	}
	return drawnPaper{"TB-KQ", task.Notice.TieuDe, file, &form.Doc{}, &form.Paper{Version: "1", Parts: []form.Part{form.Lines{Lines: lines}}}}
}
