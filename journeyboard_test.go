package main

import (
	"fmt"
	"image"
	"testing"

	"ankhai/signing/signtest/softhsm"
)

// fortyClients is an accountant's month: one board, everything checked at once, two
// clients signed with their certificates on one token, and sent.
func fortyClients(t *testing.T, j *journey) {
	codes := taxCodes(40)
	sent := t.TempDir()
	for i, code := range codes {
		j.employer(t, code, fmt.Sprintf("CÔNG TY KHÁCH HÀNG %02d", i+1), fmt.Sprintf("YN%04dA", i+100), "--gateway", "file:"+sent)
		j.returnable(t, "Trần Văn Hai")
	}
	j.plugIn(t, codes[0], codes[1])
	j.start(t)
	j.keys(t, "ctrl+shift+1")
	j.shot(t, "bang")
	j.click(t, 1042, 104) // Kiểm tra 40 đơn vị
	j.settle(t)
	j.shot(t, "da-kiem")
	j.click(t, 234, 229)
	j.click(t, 234, 255)
	j.shot(t, "chon-hai")
	j.click(t, 1290, 104) // Ký 2 đơn vị
	j.wait(t, "ky-hai", func() bool { return j.strongest(t, boardDialog).Y > 0 })
	j.keys(t, "Tab")
	j.write(t, softhsm.PIN)
	j.keys(t, "Tab")
	j.write(t, softhsm.PIN)
	j.shot(t, "ky-hai-pin")
	at := j.strongest(t, boardDialog)
	j.click(t, at.X, at.Y)
	j.settle(t)
	j.shot(t, "da-ky-hai")
	j.click(t, 1180, 104) // Gửi 2 đơn vị
	j.settle(t)
	j.shot(t, "hoi-gui")
	at = j.strongest(t, boardDialog)
	j.click(t, at.X, at.Y)
	j.settle(t)
	j.shot(t, "da-gui")
	j.stop(t)
	var got struct {
		Rows []struct {
			TaxCode              string
			Drafts, ToSign, Sent int
		}
	}
	j.ask(t, &got, "board", "--month", "2026-11")
	for _, r := range got.Rows {
		if want := b2i(r.TaxCode == codes[0] || r.TaxCode == codes[1]); r.Sent != want || r.ToSign != 1-want {
			t.Errorf("%s: %d sent, %d to sign", r.TaxCode, r.Sent, r.ToSign)
		}
	}
	if len(got.Rows) != 40 {
		t.Errorf("%d rows", len(got.Rows))
	}
}

var boardDialog = image.Rect(380, 180, 990, 660)

func b2i(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// taxCodes are n tax codes whose check digit is right.
func taxCodes(n int) (out []string) {
	weights := []int{31, 29, 23, 19, 17, 13, 7, 5, 3}
	for i := 1000; len(out) < n; i += 7 {
		code, sum := fmt.Sprintf("03%07d", i), 0
		for k, w := range weights {
			sum += w * int(code[k]-'0')
		}
		if last := 10 - sum%11; last < 10 {
			out = append(out, fmt.Sprint(code, last))
		}
	}
	return out
}
