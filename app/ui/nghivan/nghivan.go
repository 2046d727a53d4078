// Package nghivan is what a person does about a dossier of which nobody can tell
// whether it arrived: the attempts with what was heard, and the two decisions, that the
// receiver has it or that it is sent again. The screens of the dossier and of the outbox
// share it.
//
// It shows what app/office answers and decides nothing. app/ui/hoso and app/ui/hopthu
// import it.
package nghivan

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what deciding asks of the use cases.
type Source interface {
	Received(ctx context.Context, id string, p office.Proof) error
	Resend(ctx context.Context, id string) error
	Send(ctx context.Context, id, address string) (office.Sent, error)
}

// Host is what deciding asks of the window.
type Host interface {
	PickFile(kinds []string, done func(name, path string, data []byte))
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Say(words string, bad bool)
	Fail(error)
	Ask(title, words, yes string, done func())
	Dialog(title string, content fyne.CanvasObject) (shut func())
	unsaved.Desk
}

// Desk decides about one dossier.
type Desk struct {
	Source Source
	Host   Host
	ID     string
	Name   string            // of the dossier, for titles
	Reload func(then func()) // shows the dossier as it stands after a decision
}

// Leaf is the whole of it: why, the two decisions, the evidence below.
func (d *Desk) Leaf(attempts []office.Attempt) fyne.CanvasObject {
	evidence := xwidget.Column(8, xwidget.NewText("Những lần đã gửi").Strong(), xwidget.NewTimeline(Items(attempts)))
	return xwidget.NewCard(xwidget.NewScroll(xwidget.Column(14, d.Choices(), evidence)))
}

// Choices are why a person has to decide, and the two decisions in plain words.
func (d *Desk) Choices() fyne.CanvasObject {
	why := xwidget.NewPara("Hồ sơ đã được đưa đi nhưng không có câu trả lời chắc chắn, và chương trình không hỏi lại nơi nhận được. " +
		"Gọi hỏi nơi nhận (I-VAN hoặc cơ quan BHXH) xem có hồ sơ này chưa, rồi chọn một trong hai việc dưới đây.")
	choice := func(words, say string, button fyne.CanvasObject) fyne.CanvasObject {
		return xwidget.NewCard(xwidget.Column(8, xwidget.NewText(words).Strong(), xwidget.NewPara(say), xwidget.Row(0, button)))
	}
	choices := xwidget.Shares(14, []float32{1, 1},
		choice("Nơi nhận đã có hồ sơ", "Nhập số hồ sơ hoặc tệp biên nhận mà nơi nhận đưa. Hồ sơ được ghi là đã gửi, không gửi nữa.",
			xwidget.NewButton("Nhập biên nhận", d.AskProof)),
		choice("Nơi nhận không có hồ sơ", "Gửi lại đúng các tệp đã ký. Nếu thật ra nơi nhận đã có, hồ sơ sẽ bị nộp hai lần.",
			xwidget.NewButton("Gửi lại tệp đã ký", d.Resend)))
	return xwidget.Column(14, xwidget.NewText("Chưa rõ hồ sơ đã đến nơi nhận hay chưa").Sized(16).Strong().In(look.Error), why, choices)
}

// Items tells the attempts, latest first, each with what was heard.
func Items(all []office.Attempt) (out []xwidget.EventItem) {
	for i := len(all) - 1; i >= 0; i-- {
		a := all[i]
		out = append(out, xwidget.EventItem{When: wording.Luc(a.Time), Title: fmt.Sprintf("Lần gửi %d", a.N), Say: a.Say, Tone: look.Info})
		if len(a.Came) == 0 {
			out = append(out, xwidget.EventItem{Title: "Chưa nghe gì", Say: "Chương trình dừng trước khi có câu trả lời.", Tone: look.Warn})
		}
		for _, h := range a.Came {
			out = append(out, xwidget.EventItem{When: wording.Luc(h.Time), Title: "Nghe được", Say: h.Say, Raw: Short(h.Raw), Tone: look.Warn})
		}
	}
	return out
}

// Short keeps a raw answer readable; the whole of it stays in the store.
func Short(raw string) string {
	const most = 1500
	if r := []rune(raw); len(r) > most {
		return fmt.Sprintf("%s … (còn %d chữ)", string(r[:most]), len(r)-most)
	}
	return raw
}

// AskProof asks for what the receiver gave.
func (d *Desk) AskProof() {
	var proof office.Proof
	var shut func()
	number := xwidget.NewCode()
	number.PlaceHolder = "Số hồ sơ, ví dụ 00123/2026/07906"
	typed := d.Host.Typed(unsaved.Form{Name: "bien-nhan:" + d.ID, Title: "Nơi nhận đã có hồ sơ " + d.ID, Go: office.Place{Screen: "ho-so", ID: d.ID},
		Fields: []unsaved.Field{unsaved.Text("soHoSo", "Số hồ sơ", number)}})
	file := xwidget.NewText("Chưa chọn tệp biên nhận").In(look.Muted)
	keep := xwidget.NewStrong("Ghi là đã nhận", func() {
		proof.SoHoSo = number.Text
		d.Host.Quiet(func(ctx context.Context) error { return d.Source.Received(ctx, d.ID, proof) }, func(err error) {
			if err != nil {
				d.Host.Fail(err)
				return
			}
			typed.Stored()
			shut()
			d.Reload(func() { d.Host.Say("Đã ghi nơi nhận đã nhận hồ sơ", false) })
		})
	})
	choose := xwidget.NewButton("Chọn tệp biên nhận", func() {
		d.Host.PickFile([]string{".xml", ".pdf", ".json", ".txt"}, func(name, _ string, data []byte) {
			proof.Receipt = data
			file.In(look.Text).Set(name)
		})
	})
	number.OnSubmitted = func(string) { keep.Tapped(nil) }
	shut = d.Host.Dialog("Nơi nhận đã có hồ sơ "+d.Name, xwidget.Column(12, xwidget.Sized(460, 1, xwidget.Spacer()),
		typed.Top(), number, xwidget.Row(8, choose, file),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), keep)))
}

// Resend sends the same bytes again, after the person agreed.
func (d *Desk) Resend() {
	words := "Chỉ gửi lại khi nơi nhận nói chắc là không có hồ sơ này. Các tệp đã ký được gửi đúng như cũ, dưới cùng mã gửi."
	d.Host.Ask("Gửi lại hồ sơ "+d.Name, words, "Gửi lại", func() {
		d.Host.Run("Đang gửi lại", func(ctx context.Context, _ task.Report) error {
			if err := d.Source.Resend(ctx, d.ID); err != nil {
				return err
			}
			_, err := d.Source.Send(ctx, d.ID, "")
			return err
		}, func(err error) {
			d.Reload(func() {
				if err != nil {
					d.Host.Fail(err)
					return
				}
				d.Host.Say("Đã gửi lại", false)
			})
		})
	})
}

// AskAgain asks whoever received it once more; nothing is sent.
func (d *Desk) AskAgain() {
	d.Host.Run("Đang hỏi nơi nhận", func(ctx context.Context, _ task.Report) error {
		_, err := d.Source.Send(ctx, d.ID, "")
		return err
	}, func(err error) {
		d.Reload(func() {
			if err != nil {
				d.Host.Fail(err)
				return
			}
			d.Host.Say("Nơi nhận xác nhận đã có hồ sơ", false)
		})
	})
}
