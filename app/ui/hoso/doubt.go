package hoso

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// doubt is the leaf of a dossier of which nobody can tell whether it arrived: what
// was done, what was heard, and the two decisions in plain words.
func (d *dossier) doubt() fyne.CanvasObject {
	why := xwidget.NewPara("Hồ sơ đã được đưa đi nhưng không có câu trả lời chắc chắn, và chương trình không hỏi lại nơi nhận được. " +
		"Gọi hỏi nơi nhận (I-VAN hoặc cơ quan BHXH) xem có hồ sơ này chưa, rồi chọn một trong hai việc dưới đây.")
	choice := func(words, say string, button fyne.CanvasObject) fyne.CanvasObject {
		return xwidget.NewCard(xwidget.Column(8, xwidget.NewText(words).Strong(), xwidget.NewPara(say), xwidget.Row(0, button)))
	}
	choices := xwidget.Shares(14, []float32{1, 1},
		choice("Nơi nhận đã có hồ sơ", "Nhập số hồ sơ hoặc tệp biên nhận mà nơi nhận đưa. Hồ sơ được ghi là đã gửi, không gửi nữa.",
			xwidget.NewButton("Nhập biên nhận", d.askProof)),
		choice("Nơi nhận không có hồ sơ", "Gửi lại đúng các tệp đã ký. Nếu thật ra nơi nhận đã có, hồ sơ sẽ bị nộp hai lần.",
			xwidget.NewButton("Gửi lại tệp đã ký", d.resend)))
	evidence := xwidget.Column(8, xwidget.NewText("Những lần đã gửi").Strong(), xwidget.Timeline(attemptItems(d.view.Attempts)))
	return xwidget.NewCard(xwidget.NewScroll(xwidget.Inset(0, 0, 14, 0, xwidget.Column(14,
		xwidget.NewText("Chưa rõ hồ sơ đã đến nơi nhận hay chưa").Sized(16).Strong().In(look.Error), why, choices, evidence))))
}

// attemptItems tells the attempts, latest first, each with what was heard.
func attemptItems(all []office.Attempt) (out []xwidget.EventItem) {
	for i := len(all) - 1; i >= 0; i-- {
		a := all[i]
		out = append(out, xwidget.EventItem{When: wording.Luc(a.Time), Title: fmt.Sprintf("Lần gửi %d", a.N), Say: a.Say, Tone: look.Info})
		if len(a.Came) == 0 {
			out = append(out, xwidget.EventItem{Title: "Chưa nghe gì", Say: "Chương trình dừng trước khi có câu trả lời.", Tone: look.Warn})
		}
		for _, h := range a.Came {
			out = append(out, xwidget.EventItem{When: wording.Luc(h.Time), Title: "Nghe được", Say: h.Say, Raw: short(h.Raw), Tone: look.Warn})
		}
	}
	return out
}

// askProof asks for what the receiver gave.
func (d *dossier) askProof() {
	var proof office.Proof
	var shut func()
	number := widget.NewEntry()
	number.PlaceHolder = "Số hồ sơ, ví dụ 00123/2026/07906"
	file := xwidget.NewText("Chưa chọn tệp biên nhận").In(look.Muted)
	keep := xwidget.NewStrong("Ghi là đã nhận", func() {
		proof.SoHoSo = number.Text
		d.p.host.Quiet(func(ctx context.Context) error { return d.p.source.Received(ctx, d.id, proof) }, func(err error) {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			shut()
			d.reload(func() { d.p.host.Say("Đã ghi nơi nhận đã nhận hồ sơ", false) })
		})
	})
	choose := xwidget.NewButton("Chọn tệp biên nhận", func() {
		d.p.host.PickFile([]string{".xml", ".pdf", ".json", ".txt"}, func(name, _ string, data []byte) {
			proof.Receipt = data
			file.In(look.Text).Set(name)
		})
	})
	number.OnSubmitted = func(string) { keep.Tapped(nil) }
	shut = d.p.host.Dialog("Nơi nhận đã có hồ sơ "+d.name(), xwidget.Column(12, xwidget.Sized(460, 1, xwidget.Spacer()),
		number, xwidget.Row(8, choose, file),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), keep)))
}

// resend sends the same bytes again, after the person agreed.
func (d *dossier) resend() {
	words := "Chỉ gửi lại khi nơi nhận nói chắc là không có hồ sơ này. Các tệp đã ký được gửi đúng như cũ, dưới cùng mã gửi."
	d.p.host.Ask("Gửi lại hồ sơ "+d.name(), words, "Gửi lại", func() {
		d.p.host.Run("Đang gửi lại", func(ctx context.Context, _ task.Report) error {
			if err := d.p.source.Resend(ctx, d.id); err != nil {
				return err
			}
			_, err := d.p.source.Send(ctx, d.id, "")
			return err
		}, func(err error) {
			d.reload(func() {
				if err != nil {
					d.p.host.Fail(err)
					return
				}
				d.p.host.Say("Đã gửi lại", false)
			})
		})
	})
}

// askAgain asks whoever received it once more; nothing is sent.
func (d *dossier) askAgain() {
	d.p.host.Run("Đang hỏi nơi nhận", func(ctx context.Context, _ task.Report) error {
		_, err := d.p.source.Send(ctx, d.id, "")
		return err
	}, func(err error) {
		d.reload(func() {
			if err != nil {
				d.p.host.Fail(err)
				return
			}
			d.p.host.Say("Nơi nhận xác nhận đã có hồ sơ", false)
		})
	})
}

// Heard brings the screen in step with what the outbox did by itself: the list,
// or the dossier that is open if it was among them.
func (p *Page) Heard(ended []office.Sent) {
	if p.open == nil {
		if len(ended) > 0 {
			p.list.reload()
		}
		return
	}
	for _, s := range ended {
		if s.DossierID == p.open.id && !p.open.view.State.Draft() && s.State != p.open.view.State {
			p.open.reload(nil)
			return
		}
	}
}
