package chukyso

import (
	"context"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
)

// ChooseToCheck lets a person choose a file to be judged.
func (p *Page) ChooseToCheck() { p.judged.choose() }

// ChooseToSign lets a person choose a file to be signed.
func (p *Page) ChooseToSign() {
	p.host.PickFile(signedKinds, func(name, path string, data []byte) { p.sign(chosen{name: name, path: path, data: data}) })
}

// sign signs a file; what cannot be signed says so before anybody is asked for a key.
func (p *Page) sign(f chosen) {
	var way office.SignWay
	p.host.Quiet(func(context.Context) (err error) {
		way, err = office.SignWayOf(f.data)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case way == office.SignPDF:
			p.askPDF(f)
		default:
			p.askKey(f, office.PDFSignature{}, func() {})
		}
	})
}

// askKey asks which key signs a file; done follows once it has.
func (p *Page) askKey(f chosen, how office.PDFSignature, done func()) {
	chonkhoa.Choose(p.source, p.host, chonkhoa.Ask{Title: "Ký " + f.name, MST: office.AnyEmployer,
		Use: func(c chonkhoa.Choice) { p.signWith(f, how, c, done) }})
}

// signWith signs, keeps the signed copy beside the file, and judges it. The file itself
// is not touched.
func (p *Page) signWith(f chosen, how office.PDFSignature, c chonkhoa.Choice, done func()) {
	var signed office.File
	var at string
	var unkept error
	chonkhoa.Work(p.source, p.host, "Đang ký một tệp", c, func(ctx context.Context, key office.Key) (err error) {
		if signed, err = p.source.SignFile(ctx, f.name, f.data, key, how); err == nil && f.path != "" {
			at, unkept = p.source.KeepSignedCopy(f.path, signed.Bytes)
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		done()
		copied := chosen{name: office.SignedName(f.name), path: at, data: signed.Bytes, leaf: signatureLeaf, note: "Đã ký. Bản đã ký chưa có trên đĩa: bấm Lưu để chọn chỗ."}
		if at != "" {
			copied.name = filepath.Base(at)
			copied.note = "Đã ký. Bản đã ký là " + copied.name + ", nằm cạnh tệp gốc; tệp gốc không đổi."
		}
		p.judged.take(copied)
		switch {
		case unkept != nil: // a folder that cannot be written
			p.host.Fail(unkept)
		case at == "":
			p.host.SaveFile(office.File{Name: copied.name, Bytes: copied.data})
		default:
			p.host.Say("Đã ký và lưu "+copied.name, false)
		}
	})
}
