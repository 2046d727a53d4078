package office

import (
	"errors"
	"testing"

	"ankhai/storage"
)

// Two persons: who prepares cannot approve, an edit takes approval away, and the
// signature waits.
func TestTwoPersons(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	refused := func(want, err error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	refused(ErrTwoNeeded, o.SetNeedsTwo(ctx, dv.MaSoThue, true))
	_, err = o.PutRole(ctx, Role{Name: " Lan "}, nil)
	refused(ErrRoleNothing, err)
	_, err = o.PutRole(ctx, Role{Name: "Lan", Maker: true}, []byte("ngắn"))
	refused(ErrRoleShort, err)
	_, err = o.PutRole(ctx, Role{Name: " Lan ", Maker: true, Signer: true}, nil)
	must(err)
	refused(ErrTwoNeeded, o.SetNeedsTwo(ctx, dv.MaSoThue, true))
	_, err = o.PutRole(ctx, Role{Name: "Giám đốc", Signer: true}, []byte("mật khẩu của giám đốc"))
	must(err)
	must(o.SetNeedsTwo(ctx, dv.MaSoThue, true))

	id := checkedDraft(t, o)
	key := practiceKeyOf(t, o)
	sign := func() error { _, err := o.Sign(ctx, id, key); return err }
	refused(ErrNotApproved, sign())
	_, err = o.Submit(ctx, id, "")
	refused(ErrNobody, err)
	if r := rowOn(t, o, dv.MaSoThue); r.Waiting != 1 || r.ToSign != 0 {
		t.Errorf("board: %+v", r)
	}

	_, err = o.Become(ctx, "lan", nil)
	must(err)
	_, err = o.Approve(ctx, id, "")
	refused(ErrNotSubmitted, err)
	_, err = o.Submit(ctx, id, "đủ giấy tờ")
	must(err)
	_, err = o.Approve(ctx, id, "")
	refused(ErrSamePerson, err)
	refused(ErrNotApproved, sign())
	refused(ErrRolePass, o.DropRole(ctx, "Giám đốc")) // who has a passphrase is changed by themselves
	_, err = o.PutRole(ctx, Role{Name: "giám đốc", Maker: true, Signer: true}, []byte{})
	refused(ErrRolePass, err)

	_, err = o.Become(ctx, "Giám đốc", []byte("đoán thử xem sao"))
	refused(ErrRolePass, err)
	_, err = o.Become(ctx, "Ai đó", nil)
	refused(ErrNoRole, err)
	_, err = o.Become(ctx, "Giám đốc", []byte("mật khẩu của giám đốc"))
	must(err)
	_, err = o.Submit(ctx, id, "")
	refused(ErrNotMaker, err)
	_, err = o.Refuse(ctx, id, "thiếu hợp đồng")
	must(err)
	_, err = o.Approve(ctx, id, "")
	refused(ErrNotSubmitted, err)
	_, err = o.Become(ctx, "Lan", nil)
	must(err)
	_, err = o.Submit(ctx, id, "")
	must(err)
	_, err = o.Become(ctx, "Giám đốc", []byte("mật khẩu của giám đốc"))
	must(err)
	a, err := o.Approve(ctx, id, "")
	must(err)
	if !a.Approved || a.By != "Giám đốc" || len(a.Trail) != 4 || !a.Trail[3].Proven || a.Trail[0].Proven {
		t.Errorf("approval %+v", a)
	}

	// an edit: another dossier
	_, err = o.EditCells(ctx, id, "D02-LT", "", []CellText{{Row: 0, Tag: "GhiChu", Text: "khác"}})
	must(err)
	_, err = o.Check(ctx, id)
	must(err)
	refused(ErrNotApproved, sign())
	_, err = o.Undo(ctx, id, "D02-LT") // the same contents again: what was said of them counts
	must(err)
	_, err = o.Check(ctx, id)
	must(err)
	must(sign())
	if s := stateOfDossier(t, o, id); s != storage.DaKy {
		t.Errorf("state %s", s)
	}

	o.StepOut()
	_, err = o.Send(ctx, id, "")
	must(err)
	v, err := o.Dossier(ctx, id)
	must(err)
	for _, e := range v.Events {
		want := "" // the rest was nobody's in particular, or the program's
		if e.To == storage.DaKy.Say() && e.From != e.To {
			want = "Giám đốc"
		}
		if e.Who != want {
			t.Errorf("%s → %s was done by %q, want %q", e.From, e.To, e.Who, want)
		}
	}
	if len(v.Events) < 3 || v.Events[0].Who == "" {
		t.Errorf("%d events, the first by %q", len(v.Events), v.Events[0].Who)
	}
	_, err = o.Person()
	refused(ErrNobody, err)
	refused(ErrNobody, o.SetNeedsTwo(ctx, dv.MaSoThue, false))
}
