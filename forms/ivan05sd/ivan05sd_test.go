package ivan05sd

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, QD08) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, QD08) }

func TestProperties(t *testing.T) { formtest.Properties(t, QD08) }
