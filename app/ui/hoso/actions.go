package hoso

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// check asks for everything that must be mended.
func (d *dossier) check() {
	var faults []office.Fault
	var restored []string
	var v office.DossierView
	n := d.changes
	d.p.host.Run("Đang kiểm tra", func(ctx context.Context, _ task.Report) (err error) {
		if faults, err = d.p.source.Check(ctx, d.id); err != nil {
			return err
		}
		if restored, err = d.p.source.SentBeforeRestore(ctx, d.id); err != nil {
			return err
		}
		v, err = d.p.source.Dossier(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.faults, d.restored, d.checked = faults, restored, true
		if n != d.changes { // meanwhile
			d.recheck()
		} else {
			d.view.State, d.view.StateSay = v.State, v.StateSay
		}
		d.showFaults()
		d.showHead()
		loi, nhac := office.CountFaults(faults)
		d.p.host.Say(fmt.Sprintf("Đã kiểm tra: %d lỗi, %d nhắc", loi, nhac), loi > 0)
	})
}

// faultItems tells the faults as places, with their doors.
func (d *dossier) faultItems() []xwidget.FaultItem {
	var out []xwidget.FaultItem
	first := slices.Clone(d.faults) // what blocks sending stands first
	slices.SortStableFunc(first, func(a, b office.Fault) int { return urgency(a) - urgency(b) })
	for _, f := range first {
		switch {
		case len(f.Places) == 0:
			out = append(out, d.faultItem(f, office.FaultPlace{}))
		case len(f.Places) > 1 && !fixable(f):
			out = append(out, d.manyItem(f))
		default:
			for _, p := range f.Places {
				out = append(out, d.faultItem(f, p))
			}
		}
	}
	return out
}

// papersTable is how the use cases call the papers in a fault's place.
const papersTable = "giay"

func urgency(f office.Fault) int {
	if f.Level == office.Loi {
		return 0
	}
	return 1
}

func fixable(f office.Fault) bool {
	return slices.ContainsFunc(f.Places, func(p office.FaultPlace) bool { return p.Fix != "" })
}

// manyItem is one card for a fault that stands in many rows; its button goes
// from one row to the next.
func (d *dossier) manyItem(f office.Fault) xwidget.FaultItem {
	it := d.faultItem(f, f.Places[0])
	var rows []string
	for i, p := range f.Places {
		if i == 5 {
			rows[i-1] += "…"
			break
		}
		rows = append(rows, fmt.Sprint(p.Row))
	}
	label := f.Places[0].Label
	if label == "" {
		label = f.Form
	}
	it.Place = fmt.Sprintf("%s · %d dòng: %s", label, len(f.Places), strings.Join(rows, ", "))
	if it.Jump == nil {
		return it
	}
	next := 0
	it.Jump = func() {
		d.faultItem(f, f.Places[next]).Jump()
		next = (next + 1) % len(f.Places)
	}
	return it
}

func (d *dossier) faultItem(f office.Fault, p office.FaultPlace) xwidget.FaultItem {
	it := xwidget.FaultItem{Place: placeSay(f, p), Say: f.Say, Code: f.Code, Basis: f.Basis, Bad: f.Level == office.Loi}
	if f.Unsure() {
		it.Basis += " (chưa có văn bản xác nhận)"
	}
	if p.Table == papersTable {
		it.Jump = func() { d.tabs.Choose(len(d.leaves)) }
	}
	for i, m := range d.leaves {
		row, col, here := m.at(f.Form, p)
		if !here {
			continue
		}
		it.Jump = func() {
			d.tabs.Choose(i)
			d.grids[i].Jump(row, col)
		}
		if p.Fix != "" && p.Tag != "" && d.view.State.Draft() {
			it.Fix = p.Fix
			it.Mend = func() {
				if say := m.Set(row, col, p.Fix); say != "" {
					d.p.host.Say(say, true)
					return
				}
				d.edited()
				d.grids[i].Refresh()
				d.tabs.Choose(i)
				d.grids[i].Jump(row, col)
			}
		}
	}
	return it
}

func placeSay(f office.Fault, p office.FaultPlace) string {
	switch {
	case p.Row == 0 && p.Label != "":
		return f.Form + ", " + p.Label
	case p.Row == 0:
		return "Cả hồ sơ"
	case p.Label == "":
		return fmt.Sprintf("%s dòng %d", f.Form, p.Row)
	}
	return fmt.Sprintf("Dòng %d, %s", p.Row, p.Label)
}

// print draws the official paper forms and shows them.
func (d *dossier) print() {
	var files []office.File
	d.p.host.Run("Đang tạo bản in", func(ctx context.Context, _ task.Report) (err error) {
		files, err = d.p.source.Print(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.p.host.Preview("Bản in · "+d.name(), files)
	})
}

// send queues and sends the signed dossier, or finds out what became of it.
func (d *dossier) send() { d.p.host.Guarded("Gửi", d.askSend) }

func (d *dossier) askSend() {
	words := "Hồ sơ đã ký sẽ được gửi đúng như đã ký. Gửi rồi thì không sửa được nữa; muốn sửa phải nộp lại."
	d.p.host.Ask("Gửi hồ sơ "+d.name(), words, "Gửi", func() {
		var sent office.Sent
		d.p.host.Run("Đang gửi", func(ctx context.Context, _ task.Report) (err error) {
			sent, err = d.p.source.Send(ctx, d.id, "")
			return err
		}, func(err error) {
			d.reload(func() {
				if err != nil {
					d.p.host.Fail(err)
					return
				}
				d.p.host.Say(sentSay(sent), sent.State == office.TraLai)
				d.refresh()
			})
		})
	})
}

func sentSay(s office.Sent) string {
	if s.State == office.TraLai { // the outbox was quicker, and was refused
		return "Nơi nhận đã từ chối hồ sơ. Xem lý do ở Nhật ký."
	}
	if s.SoHoSo != "" {
		return "Đã gửi. Số hồ sơ: " + s.SoHoSo
	}
	return "Đã gửi, đang chờ số hồ sơ"
}

// refresh asks the gateway how far the dossier is.
func (d *dossier) refresh() {
	var v office.DossierView
	d.p.host.Run("Đang hỏi tiến độ", func(ctx context.Context, _ task.Report) (err error) {
		v, err = d.p.source.Refresh(ctx, d.id, "")
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.reload(func() { d.p.host.Say("Đã hỏi tiến độ: "+v.StateSay, v.State == office.TraLai) })
	})
}

// results fetches the agency's result files and shows them.
func (d *dossier) results() {
	var files []office.File
	d.p.host.Run("Đang lấy kết quả", func(ctx context.Context, _ task.Report) (err error) {
		files, err = d.p.source.Results(ctx, d.id, "")
		return err
	}, func(err error) {
		switch {
		case err != nil:
			d.p.host.Fail(err)
		case len(files) == 0:
			d.p.host.Say("Cổng chưa có tệp kết quả. Hỏi lại sau.", false)
		default:
			d.p.host.Preview("Kết quả · "+d.name(), files)
			d.reload(nil) // they are kept now
		}
	})
}

func (d *dossier) export() {
	var f office.File
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		if d.view.HandIn != "" {
			f, err = d.p.source.HandInPack(ctx, d.id)
			return err
		}
		f, err = d.p.source.Export(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.p.host.SaveFile(f)
	})
}

func (d *dossier) cancel() {
	d.p.host.Ask("Huỷ hồ sơ "+d.name(), "Hồ sơ này sẽ không gửi được nữa. Có thể lập lại từ bản đã huỷ.", "Huỷ hồ sơ", func() {
		d.p.host.Quiet(func(ctx context.Context) error { return d.p.source.Cancel(ctx, d.id) }, func(err error) {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			d.reload(nil)
		})
	})
}

// again copies the dossier into a new draft; one that has been copied already asks
// first.
func (d *dossier) again() {
	if w := d.returned.why; w != nil && len(w.Copies) > 0 {
		d.p.host.Ask("Lập thêm một bản nữa?", fmt.Sprintf("Hồ sơ này đã lập lại thành %s (%s). Mở bản ấy từ danh sách hồ sơ, hoặc lập thêm một bản mới.", w.Copies[0].ID, w.Copies[0].StateSay),
			"Lập thêm một bản", d.copy)
		return
	}
	d.copy()
}

func (d *dossier) copy() {
	var next office.Dossier
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		next, err = d.p.source.Again(ctx, d.id)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		d.p.OpenAt(next.ID)
		d.p.host.Say("Đã chép thành bản nháp mới. Sửa, kiểm tra rồi ký lại.", false)
	})
}

// attach takes a file in, as a paper of the case or as one that nobody has named.
func (d *dossier) attach(paper string) {
	d.p.host.PickFile([]string{".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".doc", ".xls", ".odt", ".ods", ".rtf"}, func(name, _ string, data []byte) {
		d.p.host.Quiet(func(ctx context.Context) error {
			return d.p.source.AttachPaper(ctx, d.id, paper, name, data, office.Mark{})
		}, func(err error) {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			d.reload(func() { d.p.host.Say("Đã kèm "+name, false) })
		})
	})
}
