package office

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/facts"
	"ankhai/forms/xmlfile"
	"ankhai/storage"
	"ankhai/storage/crashsim"
)

// An accountant's month: a thousand dossiers of fifty employers go out in one run to a
// gateway that is in trouble now and then. Each is there once, each has its receipt, and
// what is in memory does not grow with their number.
func TestAThousandDossiersOfFiftyEmployers(t *testing.T) {
	const employers, each, size = 50, 20, 100_000
	if testing.Short() {
		t.Skip("a minute")
	}
	box, err := sandbox.New(sandbox.Options{Dir: t.TempDir(), Now: testNow, Faults: "503:5,drop-answer:5,500-after:5,half:5"})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	url, _, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	o := filingDesk(t, t.TempDir(), testNow)
	o.quarantine = 2 * time.Second
	ctx := t.Context()
	keys := map[string]string{} // key → dossier
	for e := range employers {
		dv := facts.DonVi{MaSoThue: fmt.Sprintf("01%08d", e), Ten: fmt.Sprintf("CÔNG TY THỬ %d", e), MaDonVi: fmt.Sprintf("YN%04dA", e), CoQuanBHXH: "07906"}
		if err := o.store.PutDonVi(ctx, dv); err != nil {
			t.Fatal(err)
		}
		if err := o.SetGateway(ctx, dv.MaSoThue, url); err != nil {
			t.Fatal(err)
		}
		for n := range each {
			sub, err := filedFor(ctx, o, dv, n, size)
			if err != nil {
				t.Fatal(err)
			}
			keys[sub.Key] = sub.DossierID
		}
	}

	stop, most := make(chan bool), make(chan uint64)
	go func() { // ends with stop
		var m runtime.MemStats
		peak := uint64(0)
		for {
			select {
			case <-stop:
				most <- peak
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse)
			}
		}
	}()
	runtime.GC()
	for try := 0; ; try++ {
		if _, err := o.RunOutbox(ctx, ""); err != nil {
			t.Fatal(err)
		}
		left, err := o.Waiting(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(left) == 0 {
			break
		}
		if try == 60 {
			t.Fatalf("%d are left after %d runs: %+v", len(left), try, left[0])
		}
		time.Sleep(100 * time.Millisecond)
	}
	close(stop)
	peak := <-most

	held := map[string]int{}
	for _, s := range box.Submissions() {
		held[s.Khoa]++
	}
	receipts := 0
	for key, id := range keys {
		if held[key] != 1 {
			t.Errorf("the gateway holds dossier %s %d times", id, held[key])
		}
		sub, err := o.store.SubmissionOf(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if len(sub.Receipt) > 0 {
			receipts++
		}
	}
	if len(held) != employers*each || receipts != employers*each {
		t.Errorf("%d at the gateway, %d receipts, want %d", len(held), receipts, employers*each)
	}
	const limit = 128 << 20 // both ends are in this process; the envelopes alone are 100 MB
	if peak > limit {
		t.Errorf("%d MB of heap, at most %d", peak>>20, limit>>20)
	}
	crashsim.Tell("%d hồ sơ của %d đơn vị gửi trong một lượt: %d ở cổng, %d biên nhận, nhiều nhất %d MB", len(keys), employers, len(held), receipts, peak>>20)
}

// filedFor makes a signed and queued dossier of an employer in an envelope of a size.
func filedFor(ctx context.Context, o *Office, dv facts.DonVi, n, size int) (sub storage.Submission, err error) {
	d, err := o.store.NewDossier(ctx, storage.Dossier{MaSoThue: dv.MaSoThue, Procedure: "600", Month: SampleMonth})
	if err != nil {
		return sub, err
	}
	if err := o.store.MoveDossier(ctx, d.ID, storage.Nhap, storage.DaKiem); err != nil {
		return sub, err
	}
	paper := append(fmt.Appendf(nil, "%%PDF-1.4 %d %s", n, d.ID), bytes.Repeat([]byte("x"), size*3/4)...)
	envelope, err := xmlfile.BuildEnvelope(xmlfile.Hoso{
		IVAN: xmlfile.IVAN{Ma: sandbox.DefaultIVAN, Ten: "CỔNG THỰC HÀNH"}, TenThuTuc: "Báo tăng", MaThuTuc: "600", KyKeKhai: SampleMonth, NgayLap: dayIn(testNow()),
		DonVi: xmlfile.DonVi{Ten: dv.Ten, MaDonVi: dv.MaDonVi, MaSoThue: dv.MaSoThue, NguoiKy: "Nguyễn Văn Mẫu", DienThoai: "0900000001", CoQuanBHXH: dv.CoQuanBHXH},
		Files: []xmlfile.File{
			{TenFile: "D02-TS-595.xml", MoTa: "Danh sách lao động", Content: []byte("<D02-TS><NoiDung/></D02-TS>")},
			{TenFile: "giay-to.pdf", MoTa: "Giấy tờ", Content: paper},
		},
	})
	if err != nil {
		return sub, err
	}
	if sub, err = o.store.Freeze(ctx, d.ID, storage.Submission{Envelope: envelope, SignedAt: o.now()}); err != nil {
		return sub, err
	}
	return sub, o.Queue(ctx, d.ID)
}
