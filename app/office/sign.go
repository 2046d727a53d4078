package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/app/gateway"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/forms/xmlfile"
	"ankhai/signing"
	"ankhai/signing/pdfsig"
	"ankhai/signing/remote"
	"ankhai/signing/xmlsig"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// ErrNotSigned: the dossier has not been signed yet.
var ErrNotSigned = errors.New("dossier is not signed")

// FaultsError stops a step because the forms have a Lỗi. It carries all faults.
type FaultsError struct{ Faults []form.Fault }

// Error counts; the faults themselves are for the screen.
func (e *FaultsError) Error() string {
	loi, nhac := form.Count(e.Faults)
	return fmt.Sprintf("forms have %d faults and %d reminders", loi, nhac)
}

// Limits of a package (one commercial I-VAN's rule, confidence medium; the
// gateway's own is not published).
const (
	maxFiles = 6
	maxBytes = 5 << 20
)

// attachedSay describes an attachment in a package.
const attachedSay = "Giấy tờ kèm theo"

// ErrTooBig: the package is over the limit of files or bytes.
var ErrTooBig = errors.New("package over the limit")

// Signed tells what a signature made.
type Signed struct {
	Files   []File // the declarations, the papers, the envelope: all signed
	Signer  string
	TaxCode string // the employer's; "" where the dossier is not its own to sign
	Time    time.Time
}

// Sign checks a dossier, writes and signs its declarations, its paper forms and,
// where it travels in one, its envelope, and freezes them. From here on the bytes never change. Signing a
// dossier that is already signed answers what was signed then.
func (o *Office) Sign(ctx context.Context, id string, key signing.Key) (Signed, error) {
	ctx = o.acting(ctx)
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return Signed{}, fmt.Errorf("sign dossier %s: %w", storage.Ref(id), err)
	}
	if d.State == storage.Huy {
		return Signed{}, fmt.Errorf("sign dossier %s: %w", storage.Ref(id), storage.ErrFrozen)
	}
	if !d.State.Draft() {
		return o.signedBefore(ctx, id)
	}
	if err := o.refuseUnready(ctx, d); err != nil {
		return Signed{}, err
	}
	sub, err := o.signContents(ctx, d, key)
	if err != nil {
		return Signed{}, err
	}
	failpoint.Hit("sign.freeze.before")
	if _, err := o.store.Freeze(ctx, id, sub); err != nil {
		return Signed{}, err
	}
	failpoint.Hit("sign.freeze.kept")
	if err := o.endRemote(ctx, key, id); err != nil {
		return Signed{}, err
	}
	return o.signedBefore(ctx, id)
}

// refuseUnready stops the signature of a draft that is out, has faults, or waits for
// somebody's approval.
func (o *Office) refuseUnready(ctx context.Context, d storage.Dossier) error {
	if err := o.refuseOut(ctx, d); err != nil {
		return err
	}
	faults, err := o.Check(ctx, d.ID)
	if err != nil {
		return err
	}
	if form.Blocks(faults) {
		return &FaultsError{faults}
	}
	return o.refuseUnapproved(ctx, d)
}

// signContents writes and signs everything of a checked dossier, and says what is kept of it.
func (o *Office) signContents(ctx context.Context, d storage.Dossier, key signing.Key) (storage.Submission, error) {
	fail := func(err error) (storage.Submission, error) {
		return storage.Submission{}, fmt.Errorf("sign dossier %s: %w", storage.Ref(d.ID), err)
	}
	at, err := o.moment(ctx, key, d.ID)
	if err != nil {
		return fail(err)
	}
	j, err := o.signJob(ctx, d, key, at)
	if err != nil {
		return fail(err)
	}
	if r, ok := key.(*remote.Key); ok {
		if err := askOne(ctx, r, j); err != nil {
			return fail(err)
		}
	}
	sub, err := j.sign()
	if err != nil {
		return fail(err)
	}
	sub.Ledger = linesOf(saidIn(j.docs, d.Month))
	if sub.Benefits, _, err = o.benefitsFrom(ctx, d.MaSoThue, periodsOf(j.docs)); err != nil {
		return fail(err)
	}
	return sub, nil
}

// signJob is a dossier with all that its signed bytes depend on.
type signJob struct {
	signer
	d    storage.Dossier
	dv   facts.DonVi
	docs []*form.Doc
}

// sign writes and signs everything of it.
func (j signJob) sign() (storage.Submission, error) { return j.dossier(j.d, j.dv, j.docs) }

// signJob reads what a dossier's signature depends on, for a certificate that fits it.
func (o *Office) signJob(ctx context.Context, d storage.Dossier, key signing.Key, at time.Time) (j signJob, err error) {
	j = signJob{signer: signer{o: o, ctx: ctx, key: key, at: at, taxCode: signerOf(d)}, d: d}
	if j.dv, err = o.store.DonVi(ctx, d.MaSoThue); err != nil {
		return j, err
	}
	if err := signing.CheckFor(key.Certificate(), signerOf(d), at); err != nil {
		return j, err
	}
	if j.docs, err = o.store.Docs(ctx, d.ID); err != nil {
		return j, err
	}
	if j.papers, err = o.papersOf(ctx, d.ID); err != nil {
		return j, err
	}
	j.ivan, err = o.ivanOf(ctx, d.MaSoThue)
	return j, err
}

// papersOf are the attachments of a dossier with their bytes.
func (o *Office) papersOf(ctx context.Context, id string) ([]storage.Attachment, error) {
	list, err := o.store.Attachments(ctx, id)
	for i := range list {
		if err == nil {
			list[i], err = o.store.Attachment(ctx, id, list[i].ID)
		}
	}
	return list, err
}

func (o *Office) signedBefore(ctx context.Context, id string) (Signed, error) {
	sub, err := o.store.SubmissionOf(ctx, id)
	if err != nil {
		return Signed{}, fmt.Errorf("signed files of %s: %w", storage.Ref(id), err)
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return Signed{}, err
	}
	out := Signed{Signer: sub.Signer, TaxCode: signerOf(d), Time: sub.SignedAt}
	out.Files = signedFiles(sub)
	return out, nil
}

// signedFiles are the files of a submission, its envelope last where it has one.
func signedFiles(sub storage.Submission) []File {
	var out []File
	for _, f := range sub.Files {
		out = append(out, File{Name: f.Name, Bytes: f.Bytes})
	}
	if len(sub.Envelope) > 0 {
		out = append(out, File{Name: gateway.EnvelopeName, Bytes: sub.Envelope})
	}
	return out
}

// signer signs the files of one dossier with one key at one moment. It reads nothing
// from the store: equal contents, employer and moment give equal digests, wherever they
// are signed.
type signer struct {
	o       *Office
	ctx     context.Context
	key     signing.Key
	at      time.Time
	taxCode string
	papers  []storage.Attachment // with their bytes
	ivan    IVAN
}

// dossier signs the declarations, the papers and, where it travels in one, the envelope.
func (w signer) dossier(d storage.Dossier, dv facts.DonVi, docs []*form.Doc) (storage.Submission, error) {
	sent, papers, err := w.files(d, docs)
	if err != nil {
		return storage.Submission{}, err
	}
	var envelope []byte
	if roadOfProcedure(d.Procedure) == throughGateway && !w.early() {
		if envelope, err = w.envelope(d, dv, sent); err != nil {
			return storage.Submission{}, err
		}
	}
	sub := storage.Submission{
		Key: gateway.NewKey(), Envelope: envelope, Signer: signing.CommonName(w.key.Certificate()),
		CertSerial: signing.Serial(w.key.Certificate()), SignedAt: w.at,
	}
	for _, f := range append(sent, papers...) {
		sub.Files = append(sub.Files, storage.File{Name: f.TenFile, Bytes: f.Content})
	}
	return sub, nil
}

// files makes the signed files: what is sent, and the paper forms that are kept
// beside it. A form without a wire layout travels as its paper. A form that packs
// the others is made of them, signed as they are, and stands first.
func (w signer) files(d storage.Dossier, docs []*form.Doc) (sent, papers []xmlfile.File, err error) {
	var packer *form.Doc
	for _, doc := range docs {
		if doc.Form.Packs != nil {
			packer = doc
			continue
		}
		s, p, err := w.form(doc)
		if err != nil {
			return nil, nil, err
		}
		sent, papers = append(sent, s...), append(papers, p...)
	}
	more, err := w.attachments()
	if err != nil {
		return nil, nil, err
	}
	sent = append(sent, more...)
	if packer == nil || w.early() {
		return sent, papers, nil
	}
	s, p, err := w.form(packed(packer, sent))
	return slices.Concat(s, sent), append(papers, p...), err
}

// packed is a form with the files that it packs as its rows.
func packed(doc *form.Doc, files []xmlfile.File) *form.Doc {
	in := make([]form.Packed, len(files))
	for i, f := range files {
		in[i] = form.Packed{Name: f.TenFile, MoTa: f.MoTa, Content: f.Content}
	}
	return &form.Doc{Form: doc.Form, Head: doc.Head, Rows: doc.Form.Packs(in), Subs: doc.Subs}
}

// form signs one form: its declaration, and its paper.
func (w signer) form(doc *form.Doc) (sent, papers []xmlfile.File, err error) {
	if err := w.ctx.Err(); err != nil {
		return nil, nil, err
	}
	layout := doc.Form.Wire(dayIn(w.at))
	if layout != nil {
		x, err := w.declaration(doc, layout)
		if err != nil {
			return nil, nil, err
		}
		sent = append(sent, xmlfile.File{TenFile: layout.File, MoTa: layout.MoTa, Content: x})
	}
	p, ok, err := w.o.paper(doc, false, w.at)
	if err != nil || !ok {
		return sent, nil, err
	}
	signed, err := w.pdf(p.Bytes)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", p.Name, err)
	}
	f := xmlfile.File{TenFile: p.Name, MoTa: doc.Form.Title, Content: signed}
	if layout == nil {
		return append(sent, f), nil, nil
	}
	return sent, append(papers, f), nil
}

func (w signer) declaration(doc *form.Doc, layout *form.Wire) ([]byte, error) {
	plain, err := xmlfile.Encode(doc, layout)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", layout.File, err)
	}
	return w.xml(plain, layout.Root+"/"+layout.SignNode)
}

func (w signer) xml(doc []byte, at string) ([]byte, error) {
	signed, err := xmlsig.Sign(w.ctx, doc, w.key, xmlsig.Options{At: at, Cert: w.key.Certificate(), Time: w.at, TaxCode: w.taxCode})
	return rehearsed(doc, signed, err)
}

func (w signer) pdf(doc []byte) ([]byte, error) {
	signed, err := pdfsig.Sign(w.ctx, doc, w.key, pdfsig.Options{Time: w.at, TaxCode: w.taxCode})
	return rehearsed(doc, signed, err)
}

func (w signer) attachments() (out []xmlfile.File, err error) {
	for _, a := range w.papers {
		data := a.Bytes
		if a.Mime == "application/pdf" {
			if data, err = w.pdf(data); err != nil {
				return nil, fmt.Errorf("attachment: %w", err)
			}
		}
		out = append(out, xmlfile.File{TenFile: a.Name, MoTa: attachedSay, Content: data})
	}
	return out, nil
}

func (w signer) envelope(d storage.Dossier, dv facts.DonVi, files []xmlfile.File) ([]byte, error) {
	name := d.Procedure
	if p, ok := services.Procedure(d.Procedure); ok {
		name = p.Ten
	}
	plain, err := xmlfile.BuildEnvelope(xmlfile.Hoso{
		IVAN: xmlfile.IVAN(w.ivan),
		DonVi: xmlfile.DonVi{
			Ten: dv.Ten, MaDonVi: dv.MaDonVi, MaSoThue: dv.MaSoThue,
			NguoiKy: signing.CommonName(w.key.Certificate()), DienThoai: dv.DienThoai, CoQuanBHXH: dv.CoQuanBHXH,
		},
		TenThuTuc: name, MaThuTuc: xmlfile.MaThuTuc(d.Procedure), KyKeKhai: d.Month, NgayLap: dayIn(w.at), Files: files,
	})
	if err != nil {
		return nil, err
	}
	if len(files) > maxFiles || len(plain) > maxBytes {
		return nil, fmt.Errorf("%w: %d files, %d bytes", ErrTooBig, len(files), len(plain))
	}
	return w.xml(plain, "Hoso/"+xmlfile.EnvelopeSign)
}

// SignWay says how a file is signed, before a key is asked for.
type SignWay int

// The ways of signing a file.
const (
	SignXML SignWay = iota // in its signature node
	SignPDF                // as PDFSignature says
)

// SignWayOf says how a file would be signed; the error says why it cannot be.
func SignWayOf(data []byte) (SignWay, error) {
	switch kindOf(data) {
	case kindPDF:
		return SignPDF, nil
	case kindXML:
		if _, ok := signatureNode(data); !ok {
			return SignXML, fmt.Errorf("sign file: %w", ErrNoSignatureNode)
		}
		return SignXML, nil
	}
	return SignXML, fmt.Errorf("sign file: %w", ErrFileKind)
}

// SignFile signs a single XML or PDF file: a declaration in its signature node,
// a PDF as how says. The source bytes outside the signature stay as they are.
func (o *Office) SignFile(ctx context.Context, name string, data []byte, key signing.Key, how PDFSignature) (File, error) {
	subject := fileSubject(data)
	at, err := o.moment(ctx, key, subject)
	if err != nil {
		return File{}, fmt.Errorf("sign %s: %w", name, err)
	}
	w := signer{o: o, ctx: ctx, key: key, at: at}
	var signed []byte
	switch kindOf(data) {
	case kindPDF:
		signed, err = w.pdfAs(data, how)
	case kindXML:
		at, ok := signatureNode(data)
		if !ok {
			return File{}, fmt.Errorf("sign file: %w", ErrNoSignatureNode)
		}
		signed, err = w.xml(data, at)
	default:
		return File{}, fmt.Errorf("sign file: %w", ErrFileKind)
	}
	if err != nil {
		return File{}, fmt.Errorf("sign file: %w", err)
	}
	if err := o.endRemote(ctx, key, subject); err != nil {
		return File{}, fmt.Errorf("sign %s: %w", name, err)
	}
	return File{Name: name, Bytes: signed}, nil
}
