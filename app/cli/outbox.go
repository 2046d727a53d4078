package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "outbox", group: groupSign, short: "hộp gửi: xem, gửi những gì đang chờ, quyết định hồ sơ nghi vấn",
		use: "outbox [--all | run | show MÃ [--out THƯ_MỤC] | hold MÃ | release MÃ | ask | received MÃ | resend MÃ] [--gateway ĐỊA_CHỈ] [--so-ho-so SỐ] [--receipt TỆP]",
		long: `outbox liệt kê hồ sơ đã đưa vào hộp gửi mà nơi nhận chưa xác nhận: đã gửi mấy lần, khi nào thử tiếp, nơi nhận đã nói gì.
  outbox run               hỏi cổng về hồ sơ chưa rõ kết quả, rồi gửi hồ sơ chưa gửi, ngay bây giờ. Hồ sơ chưa rõ kết quả chỉ được
                           gửi lại khi cổng đã hai lần trả lời là không giữ nó. Mã thoát 3 khi còn hồ sơ chưa gửi được.
  outbox --all             của mọi đơn vị: đang chờ, đang giải quyết, và đã xong trong 31 ngày qua
  outbox show MÃ           từng lần gửi, và nơi nhận đã nói gì, nguyên văn; --out ghi mỗi câu trả lời thành một tệp
  outbox hold MÃ           giữ lại hồ sơ đang chờ: không gì gửi nó cho tới outbox release MÃ, hoặc bhxh submit MÃ
  outbox ask               hỏi cổng về mọi hồ sơ đang giải quyết. Mã thoát 3 khi có hồ sơ chưa hỏi được
Hồ sơ nghi vấn là hồ sơ có thể đã đến nơi nhận mà chương trình không hỏi lại được. Xem bằng chứng bằng bhxh show MÃ, hỏi nơi nhận, rồi:
  outbox received MÃ --so-ho-so SỐ | --receipt TỆP
                           nơi nhận đã nhận: ghi số hồ sơ, biên nhận, hoặc cả hai. Hồ sơ đã xuất ra tệp cũng ghi biên nhận bằng lệnh này
  outbox resend MÃ         nơi nhận không có: gửi lại đúng tệp đã ký
Ví dụ: bhxh outbox received HS000001 --so-ho-so 00123/2026/07906`, run: runOutbox})
}

func runOutbox(c *call) error {
	var gw, number, receipt, out string
	var all bool
	if err := c.flags(0, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&gw, "gateway", "", "")
		fs.StringVar(&number, "so-ho-so", "", "")
		fs.StringVar(&receipt, "receipt", "", "")
		fs.StringVar(&out, "out", "", "")
		fs.BoolVar(&all, "all", false, "")
	}); err != nil {
		return err
	}
	switch what := strings.Join(c.args, " "); {
	case all && what == "":
		return c.outgoing()
	case what == "ask":
		return c.askOutgoing()
	case what == "" || what == "run":
		return c.outbox(what == "run", gw)
	}
	if len(c.args) != 2 {
		return wrong("%s", outboxVerbs)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	switch id := c.args[1]; c.args[0] {
	case "received":
		proof := office.Proof{SoHoSo: number}
		if receipt != "" {
			if proof.Receipt, err = readFile(receipt); err != nil {
				return err
			}
		}
		if err := o.Received(c.ctx, id, proof); err != nil {
			return err
		}
		return c.decided(o, id, "Đã ghi nhận nơi nhận đã nhận hồ sơ")
	case "resend":
		if err := o.Resend(c.ctx, id); err != nil {
			return err
		}
		if _, err := o.Send(c.ctx, id, gw); err != nil {
			return err
		}
		return c.decided(o, id, "Đã gửi lại đúng tệp đã ký")
	case "show":
		return c.attempts(o, id, out)
	case "hold":
		if err := o.Hold(c.ctx, id); err != nil {
			return err
		}
		return c.decided(o, id, "Đã giữ lại, chưa gửi")
	case "release":
		if err := o.Release(c.ctx, id); err != nil {
			return err
		}
		return c.decided(o, id, "Hồ sơ lại chờ gửi")
	}
	return wrong("%s", outboxVerbs)
}

const outboxVerbs = "outbox chỉ có: outbox, outbox --all, run, show MÃ, hold MÃ, release MÃ, ask, received MÃ, resend MÃ"

// decided answers what a decision made of a dossier.
func (c *call) decided(o *office.Office, id, done string) error {
	v, err := o.Dossier(c.ctx, id)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"id": v.ID, "state": v.State, "stateName": v.StateSay, "soHoSo": v.SoHoSo, "receipt": v.Receipt}, func(w io.Writer) {
		fmt.Fprintf(w, "%s. %s: %s %s\n", done, v.ID, v.StateSay, v.SoHoSo)
	})
}

// outbox lists what waits, after a run if one is asked for.
func (c *call) outbox(run bool, gw string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	var ran []office.Sent
	if run {
		if ran, err = o.RunOutbox(c.ctx, gw); err != nil {
			return err
		}
	}
	waiting, err := o.Waiting(c.ctx)
	if err != nil {
		return err
	}
	done := []map[string]any{}
	var failed error
	for _, s := range ran {
		m := map[string]any{"id": s.DossierID, "state": s.State, "soHoSo": s.SoHoSo}
		if s.Err != nil {
			m["message"], failed = office.Say(s.Err), errRefused
		}
		done = append(done, m)
	}
	err = c.answer(map[string]any{"waiting": waiting, "ran": done}, func(w io.Writer) {
		for _, s := range ran {
			fmt.Fprintf(w, "%s: %s %s\n", s.DossierID, s.State.Say(), s.SoHoSo)
			if s.Err != nil {
				fmt.Fprintln(w, "   ", office.Say(s.Err))
			}
		}
		if len(ran) > 0 && len(waiting) > 0 {
			fmt.Fprintln(w)
		}
		printWaiting(w, waiting)
	})
	if err == nil {
		err = failed
	}
	return err
}

func printWaiting(w io.Writer, waiting []office.Waits) {
	if len(waiting) == 0 {
		fmt.Fprintln(w, "Hộp gửi không còn hồ sơ nào chờ.")
		return
	}
	rows := [][]string{{"Mã", "Trạng thái", "Đã gửi", "Thử tiếp"}}
	for _, q := range waiting {
		next := "lần chạy tới"
		switch {
		case q.Doubt:
			next = "chờ quyết định"
		case q.Held:
			next = "đang giữ lại"
		case !q.NextTry.IsZero():
			next = stamp(q.NextTry)
		}
		rows = append(rows, []string{q.ID, q.StateName, fmt.Sprintf("%d lần", q.Attempts), next})
	}
	table(w, rows)
	for _, q := range waiting {
		fmt.Fprintf(w, "%s, lúc %s: %s\n", q.ID, stamp(q.SaidAt), q.Said)
		if q.Doubt {
			fmt.Fprintf(w, "  Nơi nhận đã nhận: bhxh outbox received %s --so-ho-so SỐ. Nơi nhận không có: bhxh outbox resend %s\n", q.ID, q.ID)
		}
	}
}

// printAttempts shows the evidence of a dossier in doubt.
func printAttempts(w io.Writer, all []office.Attempt) {
	for _, a := range all {
		fmt.Fprintf(w, "  lần gửi %d  %s  %s\n", a.N, stamp(a.Time), a.Say)
		for _, h := range a.Came {
			fmt.Fprintf(w, "             %s  %s\n", stamp(h.Time), h.Say)
			if h.Raw != "" {
				fmt.Fprintf(w, "             nguyên văn: %s\n", h.Raw)
			}
		}
		if len(a.Came) == 0 {
			fmt.Fprintln(w, "             chưa nghe gì: chương trình dừng trước khi có câu trả lời")
		}
	}
}
