import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Worklist.module.css';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly on: boolean;
  readonly onToggle: () => void;
};

const KEYS = [
  ['j k', 'move'],
  ['Enter', 'open'],
  ['a', 'ack'],
  ['s', 'claim'],
  ['/', 'search'],
  ['?', 'help'],
  ['← →', 'chart'],
] as const;

export function KeysHelp({ opened, onClose, on, onToggle }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <dl className={classes.keys}>
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch checked={on} onChange={onToggle} label={t(on ? 'keys.on' : 'keys.off')} />
    </Modal>
  );
}
