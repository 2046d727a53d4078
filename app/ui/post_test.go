package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/signing"
	store "ankhai/storage"
)

func (f *fake) KeyFiles(context.Context) ([]office.KeyInfo, error)      { return nil, nil }
func (f *fake) Remotes(context.Context) ([]office.RemoteAccount, error) { return nil, nil }
func (f *fake) RemoteKeys(context.Context) ([]office.KeyInfo, error)    { return nil, nil }
func (f *fake) Printers(context.Context) (office.PrinterList, error) {
	return office.PrinterList{}, office.ErrNoPrinter
}
func (f *fake) LookAtTokens(context.Context) (office.TokenLook, error) {
	return office.TokenLook{Found: []office.Exam{{Name: "Token", OK: true, Say: "chưa cắm token nào (TK-13)", Remedy: "Cắm token."}}}, nil
}
func (f *fake) ExamineFile(context.Context, string, []byte) (office.FileCheck, error) {
	return office.FileCheck{What: "Tệp XML", Say: "Chưa kiểm cách điền."}, nil
}
func (f *fake) Verify(_ context.Context, in office.VerifyInput) (signing.Report, error) {
	f.received = append(f.received, office.Incoming{Name: "verify " + in.Name, Data: in.Data})
	return signing.Report{}, nil
}
func (f *fake) Outgoing(context.Context) ([]office.Outgoing, error) {
	g := office.Outgoing{Title: "600 · Báo tăng, giảm, điều chỉnh · tháng 11/2026 · đợt 1", Short: "600 · 11/2026 · đợt 1", MaSoThue: f.dv.MaSoThue, Employer: f.dv.Ten, InOutbox: true, CanBeHeld: true}
	g.ID, g.State, g.StateName, g.Said, g.SaidAt = "HS000001", store.ChoGui, store.ChoGui.Say(), "Đưa vào hộp gửi", clock()
	return []office.Outgoing{g}, nil
}
func (f *fake) Attempts(context.Context, string) ([]office.Attempt, error) { return nil, nil }
func (f *fake) Notices(context.Context, string, office.NoticeFilter) ([]office.InboxNotice, error) {
	return []office.InboxNotice{{N: 1, Kind: "TB", KindSay: "Thông báo", Title: "Thông báo của cơ quan BHXH", Made: clock(), Came: clock()}}, nil
}
func (f *fake) Notice(context.Context, string, int64) (office.InboxNotice, error) {
	all, err := f.Notices(context.Background(), "", office.NoticeFilter{})
	return all[0], err
}
func (f *fake) GatewayDesk(context.Context, string) (office.GatewayDesk, error) {
	return office.GatewayDesk{MaSoThue: f.dv.MaSoThue, Employer: f.dv.Ten, Address: office.Practice, Practice: true}, nil
}

// The doors lead into the inbox and to the account; the rail counts what nobody has read.
func TestDoorsToThePost(t *testing.T) {
	s, w := open(t, newFake(), 1)
	s.Counted(office.Overview{ChuaDoc: 3})
	for _, p := range s.places {
		if p.key == office.PostScreen && (p.item.count != 3 || !p.item.waits) {
			t.Errorf("the rail counts %d, waits %v", p.item.count, p.item.waits)
		}
	}
	s.Go(office.Place{Screen: office.PostScreen, ID: office.InboxLeaf})
	if words := strings.Join(uitest.Words(s.root), "|"); !strings.Contains(words, "Cơ quan lập lúc") {
		t.Errorf("the window says %s", words)
	}
	s.Go(office.Place{Screen: office.PostScreen, ID: office.AccountLeaf})
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "Cổng của đơn vị|") {
		t.Errorf("the dialog says %s", words)
	}
}

// What the outbox does by itself comes onto the screen of the post.
func TestPostHearsOfTheOutbox(t *testing.T) {
	f := newFake()
	s, _ := open(t, f, 1)
	s.LetSend()
	s.Go(office.Place{Screen: office.PostScreen})
	f.dv.Ten = "ĐƠN VỊ MỚI ĐỔI TÊN"
	f.watch(office.OutboxNews{Ended: []office.Sent{{DossierID: "HS000001"}}})
	if words := strings.Join(uitest.Words(s.root), "|"); !strings.Contains(words, "ĐƠN VỊ MỚI ĐỔI TÊN · MST") {
		t.Errorf("the window says %s", words)
	}
}

// A dropped file goes to the screen where it was dropped.
func TestDropsOnSignaturesAndPost(t *testing.T) {
	f := newFake()
	s, w := open(t, f, 1)
	drop := func(name string) {
		path := filepath.Join(t.TempDir(), name)
		if err := office.WriteFile(path, []byte("%PDF-")); err != nil {
			t.Fatal(err)
		}
		s.dropped([]fyne.URI{storage.NewFileURI(path)})
	}
	s.Go(office.Place{Screen: office.SignScreen})
	drop("a.pdf")
	s.Go(office.Place{Screen: office.PostScreen})
	drop("c12.xlsx")
	if s.at.key != c12Screen || f.statement.Name != "c12.xlsx" {
		t.Errorf("at %s, the statement is %q", s.at.key, f.statement.Name)
	}
	s.Go(office.Place{Screen: office.PostScreen})
	drop("ket-qua.pdf")
	uitest.Press(t, w.Canvas().Overlays().Top(), "Giữ cùng hồ sơ")
	if got := fmt.Sprint(len(f.received), " ", f.received[0].Name, " ", f.received[1].Name); got != "2 verify a.pdf ket-qua.pdf" || s.at.key != dossierScreen {
		t.Errorf("received %s, at %s", got, s.at.key)
	}
}
