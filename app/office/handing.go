package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"ankhai/app/gateway"
	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/forms/services"
	"ankhai/storage"
)

// ErrHandIn: the dossier does not travel through an I-VAN; somebody hands it in.
var ErrHandIn = errors.New("dossier is handed in by hand")

// ErrOwnFile: the dossier is a file of its own for the I-VAN, and no gateway is
// chosen to take it there: it can be handed over by hand.
var ErrOwnFile = errors.New("dossier is a file of its own for the I-VAN, and no gateway is chosen")

// ErrNoLayout: nobody has published how the file of the dossier is written for a
// gateway, so it is a signed PDF that is handed over by hand.
var ErrNoLayout = errors.New("no gateway carries the file of the dossier")

// roadKind is the way that dossiers of a procedure go.
type roadKind uint8

const (
	throughGateway roadKind = iota // in an envelope, through the gateway of an I-VAN
	fileToIVAN                     // a signed file of its own: through its gateway, or handed to the I-VAN
	byOthers                       // handed in by the person, the commune or the facility
)

// roadOfProcedure is the road of a procedure's dossiers. Of a procedure that nobody
// knows nothing else is said than that it goes in an envelope.
func roadOfProcedure(procedure string) roadKind {
	switch p, _ := services.Procedure(procedure); {
	case p.KhongQuaIVAN:
		return byOthers
	case p.TepRieng:
		return fileToIVAN
	}
	return throughGateway
}

// signerOf is the tax code that the key must be of: the employer's, or nobody's
// where the dossier is a person's, a commune's or a facility's own.
func signerOf(d storage.Dossier) string {
	if roadOfProcedure(d.Procedure) == byOthers {
		return ""
	}
	return d.MaSoThue
}

// refuseHandIn says that a dossier is not for the outbox, and whose it is. address
// is a gateway that was named for it, or "".
func (o *Office) refuseHandIn(ctx context.Context, sub storage.Submission, address string) error {
	id := sub.DossierID
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return err
	}
	switch roadOfProcedure(d.Procedure) {
	case byOthers:
		return fmt.Errorf("send dossier %s: %w", storage.Ref(id), ErrHandIn)
	case fileToIVAN:
		if len(sub.Files) > 0 && !gateway.Carries(sub.Files[0].Name) {
			return fmt.Errorf("send dossier %s: %w", storage.Ref(id), ErrNoLayout)
		}
		if _, _, err := o.addressOf(ctx, d.MaSoThue, address, ""); errors.Is(err, ErrNoGateway) {
			return fmt.Errorf("send dossier %s: %w", storage.Ref(id), ErrOwnFile)
		}
	}
	return nil
}

// HandIn is how a dossier that no I-VAN takes reaches the agency, and by whom, in
// words; "" for one that is sent.
func HandIn(d storage.Dossier) string {
	p, ok := services.Procedure(d.Procedure)
	if !ok || !p.KhongQuaIVAN {
		return ""
	}
	s, _ := services.Service(p.DichVu)
	return s.CoTheNopCau
}

// HandInPack is everything that whoever hands a signed dossier in needs, as a ZIP:
// a slip that says where it goes and with which papers, the signed forms, and the
// papers.
func (o *Office) HandInPack(ctx context.Context, id string) (File, error) {
	fail := func(err error) (File, error) { return File{}, fmt.Errorf("pack %s: %w", storage.Ref(id), err) }
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return fail(err)
	}
	slip, err := o.slip(ctx, d, sub)
	if err != nil {
		return fail(err)
	}
	files := []File{{Name: "00-phieu-nop.pdf", Bytes: slip}}
	for _, f := range sub.Files {
		files = append(files, File{Name: f.Name, Bytes: f.Bytes})
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: filepath.Base(f.Name), Method: zip.Deflate, Modified: sub.SignedAt})
		if err != nil {
			return fail(err)
		}
		if _, err := w.Write(f.Bytes); err != nil {
			return fail(err)
		}
	}
	if err := z.Close(); err != nil {
		return fail(err)
	}
	return File{Name: id + "-ho-so.zip", Bytes: out.Bytes()}, o.deed(ctx, storage.Deed{What: "hoSo.xuat", Ref: id})
}

// slip is the page on top of a dossier that is handed in.
func (o *Office) slip(ctx context.Context, d storage.Dossier, sub storage.Submission) ([]byte, error) {
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return nil, err
	}
	papers, err := o.Papers(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	p, _ := services.Procedure(d.Procedure)
	s, _ := services.Service(p.DichVu)
	head := func(words string) form.Line { return form.Line{Before: 30, Segs: []form.Seg{form.B(words)}} }
	line := func(segs ...form.Seg) form.Line { return form.Line{Indent: 50, Before: 6, Segs: segs} }
	lines := []form.Line{
		{Align: form.Center, Segs: []form.Seg{form.B("PHIẾU NỘP HỒ SƠ").Sized(150)}},
		{Align: form.Center, Before: 10, Segs: []form.Seg{form.I(d.ID + " · soạn cho " + dv.Ten + " · ký ngày " + dayIn(sub.SignedAt).String())}},
		head("Dịch vụ công"), line(form.B(s.ID + ". " + s.Ten)),
	}
	if c := caseOf(d); c.ID != "" {
		lines = append(lines, line(form.T("Trường hợp: "+c.Ten)))
	}
	lines = append(lines, head("Nộp thế nào"), line(form.T(s.CoTheNopCau)), line(form.T("Nơi nộp: "+s.Kenh)), line(form.T("Hạn nộp: "+s.Han)), line(form.T("Thời gian giải quyết: "+s.GiaiQuyet)), line(form.T("Kết quả: "+s.KetQua)),
		head("Trong gói này"))
	for _, f := range sub.Files {
		lines = append(lines, line(form.T("– "+f.Name+", ký bởi "+sub.Signer)))
	}
	if len(papers) > 0 {
		lines = append(lines, head("Giấy tờ của trường hợp"))
	}
	for _, g := range papers {
		lines = append(lines, line(form.TickBox(" "+g.Words(), func(form.View) bool { return g.Given() })))
	}
	lines = append(lines, form.Line{Before: 40, Segs: []form.Seg{form.I("Căn cứ: " + s.CanCu + ". Phiếu do phần mềm AnKhai lập, không phải mẫu của cơ quan BHXH.").Sized(95)}})
	return print.PDF(&form.Doc{}, &form.Paper{Version: "1", Parts: []form.Part{form.Lines{Lines: lines}}},
		print.Options{Made: sub.SignedAt.In(vietnam), Title: "Phiếu nộp hồ sơ " + d.ID, Author: "AnKhai"})
}
