package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"ankhai/assets"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
)

// SampleMonth is the month that the sample company has to declare.
const SampleMonth law.Month = 202611

const (
	demoBefore    = law.Month(202610)
	demoProcedure = "600"
)

// DemoConfig says where the demonstration works and where it leaves its files.
type DemoConfig struct {
	Dir  string // data folder
	Out  string // signed files, papers, the practice CA
	Now  func() time.Time
	Say  func(format string, args ...any) // tells each step to a person
	Keys Sources                          // as in Config
}

// DemoResult is what the demonstration came to.
type DemoResult struct {
	ID           string
	State        storage.State
	SoHoSo       string
	Proposals    int
	FaultsBefore int // places with a Lỗi before the missing cells were filled
	Files        []string
}

// Demo is the main job from start to end with the sample company: two payroll
// workbooks in, a signed and receipted dossier out, through the practice gateway
// in this process. Every step may be interrupted; the next run goes on from
// there and never sends twice.
func Demo(ctx context.Context, c DemoConfig) (DemoResult, error) {
	// The gateway dies with this process, so nothing of an earlier run is in flight.
	o, err := Open(ctx, Config{Dir: c.Dir, Now: c.Now, Quarantine: time.Second, Keys: c.Keys})
	if err != nil {
		return DemoResult{}, err
	}
	d := demo{o: o, ctx: ctx, c: c}
	res, err := d.run()
	return res, errors.Join(err, o.Close())
}

type demo struct {
	o   *Office
	ctx context.Context
	c   DemoConfig
	n   int
}

func (d *demo) step(format string, args ...any) {
	d.n++
	d.c.Say("%2d. "+format, append([]any{d.n}, args...)...)
}

func (d *demo) run() (DemoResult, error) {
	var res DemoResult
	if err := d.company(); err != nil {
		return res, err
	}
	for _, m := range []law.Month{demoBefore, SampleMonth} {
		if err := d.payroll(m); err != nil {
			return res, err
		}
	}
	var err error
	if res.ID, res.Proposals, err = d.draft(); err != nil {
		return res, err
	}
	if res.FaultsBefore, err = d.mend(res.ID); err != nil {
		return res, err
	}
	if res.Files, err = d.sign(res.ID); err != nil {
		return res, err
	}
	v, err := d.send(res.ID)
	res.State, res.SoHoSo = v.State, v.SoHoSo
	return res, err
}

func (d *demo) company() error {
	dv, err := d.o.SampleCompany(d.ctx)
	if err != nil {
		return err
	}
	d.step("Đơn vị mẫu: %s, mã số thuế %s, mã đơn vị %s, BHXH %s", dv.Ten, dv.MaSoThue, dv.MaDonVi, dv.CoQuanBHXH)
	return nil
}

// SampleCompany enters the sample company of practice mode and takes it at hand.
func (o *Office) SampleCompany(ctx context.Context) (facts.DonVi, error) {
	var dv facts.DonVi
	if err := sample("donvi.json", &dv); err != nil {
		return dv, err
	}
	found, err := o.PutCompany(ctx, dv)
	if err == nil && blocking(found) {
		err = fmt.Errorf("sample company: %s", found[0].Say)
	}
	return dv, err
}

// SampleWorkbook is the sample company's payroll of October or November 2026.
func SampleWorkbook(month law.Month) (File, error) {
	name := "luong-" + month.ISO() + ".xlsx"
	data, err := fs.ReadFile(assets.Sample, "sample/"+name)
	return File{Name: name, Bytes: data}, err
}

func sample(name string, v any) error {
	data, err := fs.ReadFile(assets.Sample, "sample/"+name)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		return fmt.Errorf("sample %s: %w", name, err)
	}
	return nil
}

func (d *demo) payroll(m law.Month) error {
	f, err := SampleWorkbook(m)
	if err != nil {
		return err
	}
	res, err := d.o.Import(d.ctx, ImportInput{Name: f.Name, Data: f.Bytes, Month: m})
	if err != nil {
		return err
	}
	loi, nhac := res.Faults()
	note := ""
	if res.Opened {
		note = "; mở danh sách người lao động"
	}
	d.step("Bảng lương %s: %d dòng, %d lỗi, %d nhắc%s", f.Name, res.Rows, loi, nhac, note)
	for _, p := range res.Book.Problems {
		d.c.Say("      %s %s, %s!%s: %s", p.Level, p.Code, p.Sheet, p.Cell, p.Message)
	}
	return nil
}

// draft takes up the dossier of an earlier run, or makes one.
func (d *demo) draft() (id string, proposals int, err error) {
	all, err := d.o.Dossiers(d.ctx)
	if err != nil {
		return "", 0, err
	}
	for _, v := range all {
		if v.Procedure == demoProcedure && v.Month == SampleMonth && v.State != storage.Huy {
			doc, err := d.o.store.Doc(d.ctx, v.ID, "D02-LT")
			if err != nil {
				return "", 0, err
			}
			d.step("Hồ sơ %s của lần chạy trước: %s", v.ID, v.StateSay)
			return v.ID, len(doc.Rows), nil
		}
	}
	res, err := d.o.Compare(d.ctx, SampleMonth)
	if err != nil {
		return "", 0, err
	}
	up, down, change := tally(res.Proposals)
	d.step("So với danh sách tháng trước: %d tăng, %d giảm, %d điều chỉnh, %d trường hợp cần xem", up, down, change, len(res.Undecided))
	for _, p := range res.Proposals {
		d.c.Say("      %s  %-24s %s", p.PhuongAn, p.HoTen, ChangeWords(p))
	}
	made, err := d.o.Draft(d.ctx, demoProcedure, SampleMonth, res.Proposals)
	if err != nil {
		return "", 0, err
	}
	d.step("Lập hồ sơ %s, thủ tục %s", made[0].ID, demoProcedure)
	return made[0].ID, len(res.Proposals), nil
}

// mend checks the draft, fills what the accountant of the sample knows, and
// checks again.
func (d *demo) mend(id string) (before int, err error) {
	v, err := d.o.Dossier(d.ctx, id)
	if err != nil || !v.State.Draft() {
		return 0, err
	}
	faults, err := d.o.Check(d.ctx, id)
	if err != nil {
		return 0, err
	}
	before, nhac := form.Count(faults)
	d.step("Kiểm tra: %d lỗi, %d nhắc", before, nhac)
	for _, f := range faults {
		d.c.Say("      %s %s, %d chỗ: %s", f.Level, f.Code, len(f.Places), f.Say)
	}
	if before == 0 {
		return 0, nil
	}
	var answers []Answer
	if err := sample("bo-sung-2026-11.json", &answers); err != nil {
		return before, err
	}
	cells, found, err := d.o.Fill(d.ctx, id, answers)
	if err != nil {
		return before, err
	}
	for _, f := range found {
		d.c.Say("      %s: %s", f.Field, f.Say)
	}
	d.step("Điền %d ô còn thiếu, như kế toán của công ty mẫu trả lời", cells)
	if faults, err = d.o.Check(d.ctx, id); err != nil {
		return before, err
	}
	loi, nhac := form.Count(faults)
	d.step("Kiểm tra lại: %d lỗi, %d nhắc", loi, nhac)
	if loi > 0 {
		return before, &FaultsError{faults}
	}
	return before, nil
}

func (d *demo) sign(id string) (paths []string, err error) {
	dv, err := d.o.Company(d.ctx)
	if err != nil {
		return nil, err
	}
	key, err := d.o.PracticeKey(dv)
	if err != nil {
		return nil, err
	}
	defer key.Close()
	signed, err := d.o.Sign(d.ctx, id, key)
	if err != nil {
		return nil, err
	}
	d.step("Ký bằng khoá thực hành: %s", signed.Signer)
	ca, err := d.o.PracticeTrust()
	if err != nil {
		return nil, err
	}
	for _, f := range append(signed.Files, File{Name: "ca-thuc-hanh.pem", Bytes: ca}) {
		path := filepath.Join(d.c.Out, f.Name)
		if err := WriteFile(path, f.Bytes); err != nil {
			return paths, fmt.Errorf("write %s: %w", f.Name, err)
		}
		d.c.Say("      %s", path)
		paths = append(paths, path)
	}
	return paths, nil
}

func (d *demo) send(id string) (DossierView, error) {
	sent, err := d.o.Send(d.ctx, id, Practice)
	if err != nil {
		return DossierView{}, err
	}
	d.step("Gửi tới cổng thực hành qua HTTPS: %s", sent.State.Say())
	v, err := d.o.Refresh(d.ctx, id, Practice)
	for wait := 0; err == nil && v.State != storage.CoKetQua && v.State != storage.TraLai && wait < 40; wait++ {
		select {
		case <-d.ctx.Done():
			return v, d.ctx.Err()
		case <-time.After(250 * time.Millisecond):
		}
		v, err = d.o.Refresh(d.ctx, id, Practice)
	}
	if err != nil {
		return v, err
	}
	d.step("Biên nhận %s, số hồ sơ %s", v.Receipt, v.SoHoSo)
	for _, s := range v.Steps {
		d.c.Say("      bước %d  %s", s.N, s.Message)
	}
	results, err := d.o.Results(d.ctx, id, Practice)
	for _, f := range results {
		if err := WriteFile(filepath.Join(d.c.Out, "ket-qua", f.Name), f.Bytes); err != nil {
			return v, err
		}
		d.c.Say("      kết quả: %s", filepath.Join(d.c.Out, "ket-qua", f.Name))
	}
	return v, err
}

// Rehearse sets a data folder up for practice: the sample company with the
// payrolls of two months. A folder that already has an employer stays as it is.
func (o *Office) Rehearse(ctx context.Context) error {
	if all, err := o.Companies(ctx); err != nil || len(all) > 0 {
		return err
	}
	return o.OpenSample(ctx)
}

// ErrSampleTaken: the sample company's tax code is that of an employer who declares for
// real.
var ErrSampleTaken = errors.New("the sample company's tax code is a real employer's")

// OpenSample takes the sample company at hand for practice, beside whichever employers
// are there; where it is not there yet it is made, with the payrolls of two months.
func (o *Office) OpenSample(ctx context.Context) error {
	var dv facts.DonVi
	if err := sample("donvi.json", &dv); err != nil {
		return err
	}
	all, err := o.Companies(ctx)
	if err != nil {
		return err
	}
	for _, have := range all {
		switch {
		case have.ThucHanh:
			return o.SetCompany(ctx, have.MaSoThue)
		case have.MaSoThue == dv.MaSoThue:
			return ErrSampleTaken
		}
	}
	if _, err := o.SampleCompany(ctx); err != nil {
		return err
	}
	for _, m := range []law.Month{demoBefore, SampleMonth} {
		f, err := SampleWorkbook(m)
		if err != nil {
			return err
		}
		if _, err := o.Import(ctx, ImportInput{Name: f.Name, Data: f.Bytes, Month: m}); err != nil {
			return err
		}
	}
	return nil
}
