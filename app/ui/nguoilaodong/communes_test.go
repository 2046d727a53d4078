package nguoilaodong

import (
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

func movedFake() *fake {
	f := &fake{people: uitest.People(60)}
	for i := range 12 {
		m := office.CommuneMove{Who: f.people[i], Was: "Phường Phúc Xá, Quận Ba Đình (00001), Thành phố Hà Nội (01)",
			Now: []office.CommuneNow{{MaXa: "00097", MaTinh: "01", Words: "Phường Hồng Hà, Thành phố Hà Nội"}}}
		if i == 3 {
			m.Was = "Phường Cống Vị, Quận Ba Đình (00007), Thành phố Hà Nội (01)"
			m.Now = []office.CommuneNow{{MaXa: "00025", MaTinh: "01", Words: "Phường Giảng Võ, Thành phố Hà Nội"}, {MaXa: "00008", MaTinh: "01", Words: "Phường Ngọc Hà, Thành phố Hà Nội"}}
		}
		f.moves = append(f.moves, m)
	}
	return f
}

// Those who still have the code of an abolished commune are behind a door; what is
// certain is ticked, what was divided is chosen, and all of it can be taken back.
func TestOldCommunesAreChanged(t *testing.T) {
	f := movedFake()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "12 người còn mã xã cũ")
	body := uitest.Window(t, 800, 560, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "doi-ma-xa", body.Canvas())
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	list.Model().(xwidget.Toggler).Toggle(0, 0) // not this one
	list.Model().(xwidget.Toggler).Toggle(3, 0) // nothing to tick yet
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Sẽ đổi 10 người. Còn 1 người có xã đã chia") {
		t.Errorf("the dialog says %s", words)
	}
	list.OnOpen(3)
	choose := uitest.Find[*xwidget.Grid](h.Dialogs[1])[0]
	choose.Jump(1, 0)
	choose.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := list.Model().Text(3, 3); got != "Phường Ngọc Hà, Thành phố Hà Nội" {
		t.Errorf("chosen %q", got)
	}
	uitest.Press(t, h.Dialogs[0], "Đổi sang mã mới")
	want := map[string]string{f.people[3].ID: "00008"}
	for i := range 12 {
		if i != 0 && i != 3 {
			want[f.people[i].ID] = "00097"
		}
	}
	if !maps.Equal(f.chosen, want) {
		t.Errorf("got %v", f.chosen)
	}
	uitest.Press(t, h.Dialogs[2], "Hoàn tác")
	if f.undone != 1 || h.Last() != "Đã lấy lại nơi ở cũ của 11 người." {
		t.Errorf("undone %d, said %q", f.undone, h.Last())
	}
}

// Where nobody has such a code there is no door.
func TestNoDoorToNobody(t *testing.T) {
	p, _, _ := open(t, &fake{people: uitest.People(20)})
	if p.door.Visible() {
		t.Errorf("the door says %q", p.door.Words)
	}
}
